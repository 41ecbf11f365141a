"""What all tables share: names of constraints, moments in UTC, columns that hold one of an enumeration."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, DateTime, Dialect, MetaData, String
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import JSON, TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
CONTENT_ID = 20
"""Length of an id made of content."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; a time without a zone is refused, because it says nothing."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC, written without a zone where the database knows none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a zone: {value}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back with its zone."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The tables of quizapp."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - the name and shape are SQLAlchemy's
        datetime: Moment,
        dict[str, object]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[object]: JSON(none_as_null=True),
        str: String,
    }


def one_of(column: str, allowed: Iterable[str]) -> CheckConstraint:
    """The column holds one of these words, such as the values of an enumeration."""
    values = ", ".join(f"'{word!s}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({values})", name=f"{column}_known")
