"""`python -m tests.evaluation`: print the figures that the README quotes."""

import argparse
from pathlib import Path

from quizapp.knowledge.extractors import extract
from quizapp.knowledge.names import Names
from tests.evaluation.labels import Score, find_articles, read_labels, score

SLOTS = ("agent", "object", "role", "when", "where", "how_long", "how_many", "how_much", "age")


def main() -> None:
    """Run the parts asked for."""
    asked = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    asked.add_argument("--articles", type=Path, default=Path("../shared/articles"), help="folder of the labelled articles")
    given = asked.parse_args()
    print_labels(given.articles)


def print_labels(folder: Path) -> None:
    """Precision and recall by slot on the labelled articles."""
    labels = read_labels()
    articles = find_articles(folder, labels)
    total = Score()
    for digest, article in sorted(articles.items(), key=lambda item: item[1].name):
        pack = extract([article])
        total.add(score(pack.claims, labels[digest], article, Names(pack.names)))
    print(f"labelled articles found: {len(articles)} of {len(labels)}")
    print(f"{'slot':10} {'right':>6} {'of':>5} {'precision':>10} {'found':>6} {'of':>5} {'recall':>7}")
    for slot in (*SLOTS, "all"):
        right, out, found, wanted = (
            sum(each.values()) if slot == "all" else each[slot] for each in (total.right, total.extracted, total.found, total.wanted)
        )
        print(f"{slot:10} {right:6} {out:5} {_share(right, out):>10} {found:6} {wanted:5} {_share(found, wanted):>7}")
    print(f"evidence that is not exact: {total.inexact}")
    for reason, count in sorted(total.details.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:4} {reason}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
