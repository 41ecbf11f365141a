"""Progress counts every question once in each of its groups."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.play.progress import Share, shares


def test_the_last_answer_decides_and_the_rest_is_not_asked_yet() -> None:
    questions = [("a", ["harbour"]), ("b", ["harbour", "lamp"]), ("c", ["lamp"])]
    assert shares(questions, {"a": True, "b": False, "gone": True}) == (
        Share(name="harbour", right=1, missed=1, unseen=0),
        Share(name="lamp", right=0, missed=1, unseen=1),
    )


@given(st.dictionaries(st.integers().map(str), st.sets(st.sampled_from("xyz"), min_size=1)), st.data())
def test_the_shares_add_up(groups: dict[str, set[str]], data: st.DataObject) -> None:
    last = {one: data.draw(st.booleans()) for one in groups if data.draw(st.booleans())}
    made = shares([(one, sorted(names)) for one, names in groups.items()], last)
    assert sum(one.total for one in made) == sum(len(names) for names in groups.values())
