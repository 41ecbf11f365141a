"""What all questions of many articles cost: time beside the language model's own pass, memory beside the facts."""

import json
import pickle
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice, product
from pathlib import Path

from quizapp.knowledge.article import Article
from quizapp.knowledge.names_spelling import distance
from quizapp.knowledge.values.days import MONTHS, WEEKDAYS
from tests.evaluation.scale import exponent

SIZES = (100, 300, 1_000)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_NO_NAMES = frozenset(day.capitalize() for day in (*MONTHS, *WEEKDAYS))
_SYLLABLES = ("ba", "do", "fen", "ga", "hul", "jor", "ka", "lin", "mo", "nes", "pa", "rik", "sta", "tov", "va", "wen", "zy")
APART = 3
"""So many letters differ between the endings of two copies: their names are no two spellings of one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """Seconds of processor time by stage, memory of the process in MB with the facts, with the questions, and at most."""

    articles: int
    words: int
    facts: int
    questions: int
    model: float
    extracting: float
    grouping: float
    asking: float
    with_facts: float
    with_questions: float
    peak: float

    @property
    def whole(self) -> float:
        """Seconds from the text to the questions."""
        return self.extracting + self.grouping + self.asking

    def line(self) -> str:
        """The figures in words."""
        parts = f"extraction {self.extracting:.1f}, facts {self.grouping:.1f}, questions {self.asking:.1f}"
        each = (self.with_questions - self.with_facts) * 1024 / self.articles
        return (
            f"{self.articles} articles, {self.words} words: model alone {self.model:.1f} s, all {self.whole:.1f} s "
            f"({self.whole / self.model:.2f} times; {parts}); {self.facts} facts, {self.questions} questions; "
            f"memory with facts {self.with_facts:.0f} MB, with questions {self.with_questions:.0f} MB ({each:.0f} KB an article), "
            f"at most {self.peak:.0f} MB"
        )


def measure(articles: Sequence[Article]) -> Iterator[str]:
    """One line a size, each measured in a process of its own, then how time and memory grow."""
    measured: list[Spent] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "articles"
            path.write_bytes(pickle.dumps(list(multiplied(articles, size))))
            done = subprocess.run([sys.executable, "-m", "tests.evaluation.items_cost", str(path)], capture_output=True, check=True)
        measured.append(Spent(**json.loads(done.stdout)))
        yield measured[-1].line()
    growth = ", ".join(
        f"{name} {exponent([(one.articles, seconds(one)) for one in measured]):.2f}"
        for name, seconds in (("all", lambda one: one.whole), ("questions alone", lambda one: one.asking))
    )
    first, last = measured[-2:]
    more = (last.with_questions - last.with_facts - first.with_questions + first.with_facts) * 1024 / (last.articles - first.articles)
    yield f"exponent of time: {growth}; from {first.articles} articles on each one more takes {more:.0f} KB for its questions"


def multiplied(articles: Sequence[Article], size: int) -> Iterator[Article]:
    """So many articles made of these: each copy speaks of others throughout, so that no two tell of one thing."""
    endings = list(islice(_endings(), size // len(articles)))
    for place in range(size):
        article, copy = articles[place % len(articles)], place // len(articles)
        name = f"{article.name.removesuffix('.txt')}_{copy}.txt"
        renamed = _renaming(article.text, endings[copy - 1]) if copy else str
        yield replace(article, name=name, slug=f"{article.slug}-{copy}", title=renamed(article.title), text=renamed(article.text))


def _renaming(text: str, ending: str) -> Callable[[str], str]:
    """What writes an article's names, wherever they stand, with another ending; words that are also written small are none."""
    small = set(_SMALL.findall(text))
    names = {name for name in _NAME.findall(text) if name not in _NO_NAMES and name.lower() not in small}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(names))})\b") if names else None
    return lambda words: pattern.sub(lambda found: found[0] + ending, words) if pattern else words


def _endings() -> Iterator[str]:
    """Endings, each far from every other: of two syllables, then of three."""
    found: list[str] = []
    for syllables in chain(product(_SYLLABLES, repeat=2), product(_SYLLABLES, repeat=3)):
        ending = "".join(syllables)
        if all(distance(ending, before, limit=APART) == APART for before in found):
            found.append(ending)
            yield ending


def run(articles: list[Article]) -> Spent:
    """Measure one size; the model passes over a sample first, so that loading does not count."""
    from quizapp.knowledge.catalogue import shipped_catalogue
    from quizapp.knowledge.extractors import extract, model
    from quizapp.knowledge.scope import make_scope
    from quizapp.questions.bank import make_bank

    nlp = model.load()
    texts = [article.text for article in articles]
    list(nlp.pipe(texts[:5], batch_size=model.BATCH))
    start = time.process_time()
    for _doc in nlp.pipe(texts, batch_size=model.BATCH):
        pass
    alone = time.process_time() - start
    start = time.process_time()
    pack = extract(articles)
    extracted = time.process_time()
    scope = make_scope({article.name: article for article in articles}, pack, catalogue=shipped_catalogue())
    grouped = time.process_time()
    before = _resident()
    items = make_bank(scope).candidates
    asked = time.process_time()
    return Spent(
        articles=len(articles),
        words=sum(len(text.split()) for text in texts),
        facts=len(scope.facts),
        questions=len(items),
        model=alone,
        extracting=extracted - start,
        grouping=grouped - extracted,
        asking=asked - grouped,
        with_facts=before,
        with_questions=_resident(),
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _resident() -> float:
    """What the process holds now, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    print(json.dumps(asdict(run(pickle.loads(Path(sys.argv[1]).read_bytes())))))  # noqa: S301 - written by this very module
