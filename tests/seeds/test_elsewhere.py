"""Where a wrong answer comes in, on the articles that come with the program."""

from datetime import UTC, datetime
from pathlib import Path

from quizapp.resources import resource_folder
from quizapp.services.database import open_database
from quizapp.services.elsewhere import find_elsewhere
from quizapp.services.known import known
from quizapp.services.startup import load_seeds


def test_the_cosmonaut_who_came_back_with_them_is_shown_where_he_does(tmp_path: Path) -> None:
    db = open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    load_seeds(db, folder=resource_folder("seeds"), now=datetime(2026, 3, 2, tzinfo=UTC))
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    item = next(one for one in library.playable.values() if one.value.stem.startswith("Who flew up to the International Space Station"))
    passage = find_elsewhere(library, item, "Oleg Novitsky")
    assert passage
    assert "returned to Earth, accompanied by cosmonaut Oleg Novitsky" in " ".join(one.text for one in passage.segments if one.mark)
    assert find_elsewhere(library, item, "Nobody of that name") is None
    db.close()
