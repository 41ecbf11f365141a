"""The library's bank as a value to be written in any format."""

from sqlalchemy.orm import Session

from quizapp.exchange.bank_json import ApprovedItem, Bank
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import known
from quizapp.storage.scopes import read_rulings


def library_bank(db: Database) -> Bank:
    """Every approved question of the library, by id, with all that it rests on; raises NotFound before the library is loaded."""
    with db.reading() as connection:
        library = known(db, connection)
        if library is None:
            raise NotFound("The library is not loaded yet: start the site once with quizapp run.")
        with Session(bind=connection) as session:
            rulings = read_rulings(session, library.head.id)
    scope = library.scope
    approved = sorted(library.playable.items())
    return Bank(
        articles=tuple(scope.articles.values()),
        relations=tuple(scope.catalogue.values()),
        names=scope.names.entries,
        rulings=rulings,
        claims=scope.claims,
        questions=tuple(
            ApprovedItem(id=name, item=one.value, reason=one.decision.reason if one.decision else "") for name, one in approved
        ),
    )
