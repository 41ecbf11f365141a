"""How Alembic runs here: always on the connection that `quizapp.storage.migrate` hands in, within its transaction."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from quizapp.storage.base import Moment
from quizapp.storage.tables import Base


def plain_types(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    """A migration names SQLAlchemy's own types only, so that it means the same when our classes have moved on."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=plain_types,
    transactional_ddl=True,
)
context.run_migrations()
