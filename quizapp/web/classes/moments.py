"""Moments as teachers type and read them: in the time of the server, whose zone the pages name."""

from datetime import datetime, tzinfo

from quizapp.services.errors import FieldRefused


def read_moment(field: str, text: str, zone: tzinfo | None) -> datetime | None:
    """What a field for date and time sends, None for nothing; raises FieldRefused."""
    if not text.strip():
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=zone) if zone else found.astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise FieldRefused(field, f"“{text.strip()[:40]}” is no date and time; expected one such as 2026-03-02T08:30.") from error


def typed(moment: datetime | None, zone: tzinfo | None) -> str:
    """The same as such a field shows it."""
    return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M") if moment else ""


def said(moment: datetime, zone: tzinfo | None) -> str:
    """A moment to be read: "Mon 2 March 2026, 08:30"."""
    local = moment.astimezone(zone)
    return f"{local:%a} {local.day} {local:%B %Y, %H:%M}"


def zone_name(now: datetime, zone: tzinfo | None) -> str:
    """What the zone is called at this moment."""
    return now.astimezone(zone).tzname() or "the server’s zone"
