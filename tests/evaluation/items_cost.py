"""What all questions of many articles cost: time beside the language model's own pass, memory beside the facts."""

import pickle
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.knowledge.article import Article

SIZES = (100, 300, 1_000)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}")
_ENDS = ("ba", "do", "fen", "ga", "hul", "jor", "ka", "lin", "mo", "nes", "pa", "rik", "sta", "tov", "va", "wen", "zy")


def measure(articles: Sequence[Article]) -> Iterator[str]:
    """One line a size, each measured in a process of its own."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "articles"
            path.write_bytes(pickle.dumps(list(multiplied(articles, size))))
            done = subprocess.run(
                [sys.executable, "-m", "tests.evaluation.items_cost", str(path)], capture_output=True, text=True, check=True
            )
            yield done.stdout.strip()


def multiplied(articles: Sequence[Article], size: int) -> Iterator[Article]:
    """So many articles made of these: each copy speaks of others, so that no two tell of one thing."""
    for place in range(size):
        article, copy = articles[place % len(articles)], place // len(articles)
        name = f"{article.name.removesuffix('.txt')}_{copy}.txt"
        text = _NAME.sub(lambda found, copy=copy: _other(found[0], copy), article.text) if copy else article.text
        yield replace(article, name=name, slug=f"{article.slug}-{copy}", text=text)


def _other(name: str, copy: int) -> str:
    return name + _ENDS[copy % len(_ENDS)] + (_ENDS[copy // len(_ENDS) % len(_ENDS)] if copy >= len(_ENDS) else "")


def run(articles: list[Article]) -> str:
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
    parts = f"extraction {extracted - start:.1f}, facts {grouped - extracted:.1f}, questions {asked - grouped:.1f}"
    words, share = sum(len(text.split()) for text in texts), (asked - start) / alone
    memory = f"memory with facts {before:.0f} MB, with questions {_resident():.0f} MB"
    return (
        f"{len(articles)} articles, {words} words: model alone {alone:.1f} s, all {asked - start:.1f} s ({share:.2f} times; {parts}); "
        f"{len(scope.facts)} facts, {len(items)} questions; {memory} ({(_resident() - before) * 1024 / len(articles):.0f} KB an article)"
    )


def _resident() -> float:
    """What the process holds now, in MB."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    print(run(pickle.loads(Path(sys.argv[1]).read_bytes())))  # noqa: S301 - written by this very module
