"""Moments as people type and read them: in the time of the server, whose zone pages name; a script shows that of their device."""

from datetime import UTC, datetime, tzinfo

from markupsafe import Markup

from quizapp.services.errors import FieldRefused
from quizapp.web.wording import count


def read_moment(field: str, text: str, zone: tzinfo | None) -> datetime | None:
    """What a field for date and time sends, None for nothing; a moment without a zone is in `zone`. Raises FieldRefused."""
    if not text.strip():
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        if found.tzinfo is not None:
            return found.astimezone(UTC)
        return found.replace(tzinfo=zone) if zone else found.astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise FieldRefused(field, f"“{text.strip()[:40]}” is no date and time; expected one such as 2026-03-02T08:30.") from error


def typed(moment: datetime | None, zone: tzinfo | None) -> str:
    """The same as such a field shows it."""
    return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M") if moment else ""


def exact(moment: datetime | None) -> str:
    """The moment for a script: in UTC, "" for none."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""


def said(moment: datetime, zone: tzinfo | None) -> str:
    """A moment to be read: "Mon 2 March 2026, 08:30 CET"."""
    local = moment.astimezone(zone)
    return f"{local:%a} {local.day} {local:%B %Y, %H:%M} {zone_name(moment, zone)}"


def shown(moment: datetime, zone: tzinfo | None) -> Markup:
    """The same for a page, where a script may say it in the zone of the device."""
    return Markup('<time datetime="{}" data-moment>{}</time>').format(exact(moment), said(moment, zone))


def length_said(seconds: int) -> str:
    """A length of time: "1 minute 30 seconds"."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([count(minutes, "minute")] * bool(minutes) + [count(rest, "second")] * bool(rest))


def zone_name(now: datetime, zone: tzinfo | None) -> str:
    """What the zone is called at this moment."""
    return now.astimezone(zone).tzname() or "the server’s zone"
