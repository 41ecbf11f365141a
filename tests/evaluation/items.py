"""Questions on articles that nobody tuned them to: blind sheets for raters, and what ratings say, with 95 % intervals."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from quizapp.knowledge.article import Article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.extractors import extract
from quizapp.knowledge.scope import Scope, make_scope
from quizapp.questions.background import Background, survey
from quizapp.questions.bank import make_candidates
from quizapp.questions.calibration import calibrate, curve, interval
from quizapp.questions.confidence import Coefficients, estimate, is_offered, shipped
from quizapp.questions.features import FEATURES, features
from quizapp.questions.fitting import Judged, cross_validated, fit
from quizapp.questions.item import Candidate, Item, State
from quizapp.questions.passages import shown_with
from quizapp.questions.question import ask_of
from quizapp.services.analysis import analyse

HERE = Path(__file__).parent
RATINGS = HERE / "ratings.toml"
ACCEPTED = "A"
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
LETTERS = "abcde"


@dataclass(frozen=True, kw_only=True)
class Made:
    """The questions made of some articles."""

    articles: Mapping[str, Article]
    scope: Scope
    candidates: tuple[Candidate, ...]

    @cached_property
    def background(self) -> Background:
        """The scope arranged for asking."""
        return survey(self.scope)

    @property
    def sound(self) -> list[Candidate]:
        """Those without a closed gate, by article and place."""
        kept = [one for one in self.candidates if one.sound]
        return sorted(kept, key=lambda one: (one.item.evidence[0].article, one.item.evidence[0].start, one.item.id))

    @property
    def words(self) -> int:
        """How many words the articles have."""
        return sum(len(article.text.split()) for article in self.articles.values())

    def seen(self, item: Item) -> Mapping[str, float]:
        """The features of an item without a closed gate."""
        return features(ask_of(item, self.background), 0)


def make(articles: Sequence[Article]) -> Made:
    """Extract, group, ask."""
    by_name = {article.name: article for article in articles}
    scope = make_scope(by_name, extract(articles), catalogue=shipped_catalogue())
    return Made(articles=by_name, scope=scope, candidates=make_candidates(scope))


def report(made: Made, rated: Path | None = None) -> Iterator[str]:
    """How much is offered, and what the ratings of these very questions say."""
    sound, offered = made.sound, [one for one in made.sound if is_offered(one.item)]
    yield f"{len(made.articles)} articles, {made.words} words: {len(made.candidates)} questions, {len(sound)} pass every check"
    if offered:
        yield f"offered: {len(offered)}, one per {made.words / len(offered):.0f} words"
    ratings = read_ratings(rated or RATINGS)
    known = [one for one in sound if one.item.content in ratings]
    yield f"of those that pass, rated: {len(known)}"
    yield from counts("passing every check", [ratings[one.item.content] for one in known])
    yield from counts("offered", [ratings[one.item.content] for one in known if is_offered(one.item)])
    yield from reliability([one.item.confidence for one in known], [ratings[one.item.content] == ACCEPTED for one in known])


def counts(what: str, ratings: Sequence[str]) -> Iterator[str]:
    """Shares of accept, fix, bad."""
    for rating in sorted(set(ratings)):
        number = ratings.count(rating)
        low, high = interval(number, len(ratings))
        yield f"  {what}: {rating} {number} of {len(ratings)} ({number / len(ratings):.0%}, 95 % interval {low:.0%} to {high:.0%})"


def reliability(estimates: Sequence[float], accepted: Sequence[bool]) -> Iterator[str]:
    """Acceptance against yield, then the reliability curve."""
    for point in curve(estimates, accepted, THRESHOLDS):
        if point.offered:
            low, high = interval(point.accepted, point.offered)
            share = f"{point.accepted} of {point.offered} accepted ({point.share:.0%}, {low:.0%} to {high:.0%})"
            yield f"  confidence from {point.least:.2f}: {share}"
    found = calibrate(estimates, accepted)
    yield f"  Brier score {found.brier:.3f}, expected calibration error {found.error:.3f}"
    for one in found.bins:
        yield f"  {one.low:.1f}-{one.high:.1f}: {one.cases} questions, expected {one.expected:.0%}, accepted {one.seen:.0%}"


def read_ratings(path: Path) -> dict[str, str]:
    """Ratings by the digest of an item's content; those left empty are left out."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("rating", [])
    return {row["item"]: row["rating"] for row in rows if row["rating"]}


def refit() -> Iterator[str]:
    """The shipped coefficients fitted anew, with what they reach on cases they had not seen."""
    rows = tomllib.loads(RATINGS.read_text(encoding="utf-8"))["rating"]
    rated = [Judged(name=row["item"], seen=row["seen"], accepted=row["rating"] == ACCEPTED, group=row["article"]) for row in rows]
    judged = [*rated, *_of_seeds()]
    prior = _prior()
    unseen = cross_validated(judged, prior)[: len(rated)]
    outcomes = [one.accepted for one in rated]
    yield f"{len(rated)} ratings, {sum(outcomes)} accepted; {len(judged) - len(rated)} decisions on the seeds"
    for name, estimates in (("before", [estimate(one.seen, prior) for one in rated]), ("after, on articles not fitted to", unseen)):
        yield f"{name}:"
        yield from reliability(list(estimates), outcomes)
    fitted = fit(judged, prior)
    yield from (f'"{name}" = {fitted[name]:.2f}' for name in FEATURES)
    away = max(abs(fitted[name] - shipped()[name]) for name in FEATURES)
    yield f"largest difference from the shipped coefficients: {away:.2f}"


def _prior() -> Coefficients:
    data = tomllib.loads((HERE.parents[1] / "quizapp/questions/coefficients.toml").read_text(encoding="utf-8"))
    return {name: float(data["prior"].get(name, 0.0)) for name in FEATURES}


def _of_seeds() -> list[Judged]:
    analysis = analyse([HERE.parents[1] / "seeds"])
    background = survey(analysis.scope)
    decided = [one for one in analysis.candidates() if one.state is not State.CANDIDATE]
    return [
        Judged(
            name=one.item.content,
            seen=features(ask_of(one.item, background), sum(not check.passed for check in one.checks)),
            accepted=one.state is State.APPROVED,
        )
        for one in decided
    ]


def write_sheets(made: Made, path: Path, *, sample: int, seed: int) -> None:
    """Two sheets on the same offered questions: `<path>.with.toml` with passages, `<path>.without.toml` without."""
    offered = [one.item for one in made.sound if is_offered(one.item)]
    rng = Random(seed)
    chosen = rng.sample(offered, min(sample, len(offered)))
    path.with_suffix(".with.toml").write_text("\n".join(_with(item, made) for item in chosen), encoding="utf-8")
    path.with_suffix(".without.toml").write_text("\n".join(map(_without, chosen)), encoding="utf-8")


def _with(item: Item, made: Made) -> str:
    passages = [shown_with(made.articles[one.article], one) for one in item.evidence]
    return (
        f"[[rating]]\nitem = {_text(item.content)}\narticle = {_text(item.evidence[0].revision)}\n"
        + "".join(f"passage{place} = {_text(' '.join(words.split()))}\n" for place, words in enumerate(passages, 1))
        + f"question = {_text(item.stem)}\noptions = [{', '.join(map(_text, item.options))}]\nkey = {_text(item.answer)}\n"
        + '# A: accept as it is, F: fixed in seconds, B: bad (key wrong, two right answers, no question)\nrating = ""\nwhy = ""\n'
    )


def _without(item: Item) -> str:
    return (
        f"[[guess]]\nitem = {_text(item.content)}\nquestion = {_text(item.stem)}\noptions = [{', '.join(map(_text, item.options))}]\n"
        '# the option you would choose, and every option that could be right for all you know\nguess = ""\ntempting = []\n'
    )


def read_guesses(made: Made, path: Path) -> Iterator[str]:
    """How often a rater without passages was right, against chance, and how many wrong options tempted."""
    items = {one.item.content: one.item for one in made.candidates}
    rows = [row for row in tomllib.loads(path.read_text(encoding="utf-8"))["guess"] if row["guess"] and row["item"] in items]
    right = sum(row["guess"] == items[row["item"]].answer for row in rows)
    chance = sum(1 / len(items[row["item"]].options) for row in rows)
    tempted = sum(len(set(row["tempting"]) - {items[row["item"]].answer}) for row in rows)
    low, high = interval(right, len(rows))
    if rows:
        yield f"without the passage: {right} of {len(rows)} right ({low:.0%} to {high:.0%}), by chance {chance:.0f}"
        yield f"wrong options that tempt: {tempted / len(rows):.1f} a question"


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
