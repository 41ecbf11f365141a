"""Days of the server's time zone; `zone` None is the zone of the machine, with its summer time."""

from datetime import date, datetime, time, timedelta, tzinfo


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The day of a moment."""
    return moment.astimezone(zone).date()


def day_end(moment: datetime, zone: tzinfo | None) -> datetime:
    """When the day of this moment is over."""
    midnight = datetime.combine(day_of(moment, zone) + timedelta(days=1), time.min)
    return midnight.replace(tzinfo=zone) if zone else midnight.astimezone()
