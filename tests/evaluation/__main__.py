"""`python -m tests.evaluation`: print the figures that the README quotes."""

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.comparison_report import compare_claims
from quizapp.knowledge.extractors import extract
from quizapp.knowledge.names import Names
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.pack_format import FILES
from quizapp.knowledge.rulings import spelling_cases
from tests.evaluation import items, items_cost
from tests.evaluation.cost import measure_cost
from tests.evaluation.labels import HERE as LABELS
from tests.evaluation.labels import UNSEEN as UNSEEN_LABELS
from tests.evaluation.labels import Score, find_articles, read_labels, score
from tests.evaluation.pairs import FOLDER as PAIRS
from tests.evaluation.pairs import UNSEEN as UNSEEN_PAIRS
from tests.evaluation.pairs import judge
from tests.evaluation.scale import exponent, measure

SLOTS = ("agent", "object", "role", "when", "where", "how_long", "how_many", "how_much", "age")
SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    """Run the parts asked for, all of them by default."""
    parts: dict[str, Callable[[Path], None]] = {
        "labels": print_labels,
        "pairs": print_pairs,
        "unseen": print_unseen,
        "pack": print_pack,
        "cost": print_cost,
        "scale": print_scale,
        "items": lambda folder: print_items(folder, given),
        "fit": lambda _: print("\n".join(items.refit())),
        "items_cost": print_items_cost,
    }
    asked = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    asked.add_argument("parts", nargs="*", metavar="part", help=f"any of {', '.join(parts)}; all by default")
    asked.add_argument("--articles", type=Path, default=Path("../shared/articles"), help="folder of the labelled articles")
    asked.add_argument("--sheet", type=Path, help="items: write sheets for raters to this path, .with.toml and .without.toml")
    asked.add_argument("--sample", type=int, default=40, help="items: how many offered questions stand on a sheet")
    asked.add_argument("--seed", type=int, default=1, help="items: which sample")
    asked.add_argument("--rated", type=Path, help="items: a sheet that was filled in; default the kept ratings")
    given = asked.parse_args()
    for name in given.parts or parts:
        print(f"\n## {name}")
        parts[name](given.articles)


def print_unseen(folder: Path) -> None:
    """The same for labels and pairs by people who had not seen the code, which no rule was made with; see gum.py for the texts."""
    print_labels(folder, labels_of=UNSEEN_LABELS)
    print_pairs(folder, pairs_of=UNSEEN_PAIRS)


def print_labels(folder: Path, labels_of: Path = LABELS) -> None:
    """Precision and recall by slot on the labelled articles."""
    labels = read_labels(labels_of)
    articles = find_articles(folder, labels)
    total = Score()
    for digest, article in sorted(articles.items(), key=lambda item: item[1].name):
        pack = extract([article])
        total.add(score(pack.claims, labels[digest], article, Names(pack.names)))
    print(f"labelled articles found: {len(articles)} of {len(labels)}")
    print(f"{'slot':10} {'right':>6} {'of':>5} {'precision':>10} {'found':>6} {'of':>5} {'recall':>7}")
    counts = (total.right, total.extracted, total.found, total.wanted)
    for slot in (*SLOTS, "all"):
        right, out, found, wanted = (sum(each.values()) if slot == "all" else each[slot] for each in counts)
        print(f"{slot:10} {right:6} {out:5} {_share(right, out):>10} {found:6} {wanted:5} {_share(found, wanted):>7}")
    both, out = sum(total.right.values()) + sum(total.mirrored.values()), sum(total.extracted.values())
    print(f"right, counting those that a label asks from the other side: {both} of {out} ({_share(both, out)})")
    print(f"evidence that is not exact: {total.inexact}")
    for reason, count in sorted(total.details.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:4} {reason}")


def print_pairs(_: Path, pairs_of: Path = PAIRS) -> None:
    """Verdicts on the pairs: by kind and wanted verdict, and what came instead; no single pair is shown."""
    outcomes = list(judge(pairs_of))
    counts = Counter((one.kind, one.wanted, "right" if one.right else one.got) for one in outcomes)
    for (kind, wanted, got), count in sorted(counts.items()):
        print(f"{count:4} {kind:14} wanted {wanted:13} {got}")
    right, seen = sum(one.right for one in outcomes), sum(one.seen for one in outcomes)
    print(f"right: {right} of {len(outcomes)} ({_share(right, len(outcomes))}); of those whose both sides were extracted:")
    print(f"       {sum(one.right for one in outcomes if one.seen)} of {seen}; invented disputes: {sum(one.invented for one in outcomes)}")


def print_pack(_: Path) -> None:
    """What extraction found of the seeds' pack."""
    articles = {article.name: article for article in _seeds()}
    files = {name: path.read_bytes() for name in FILES if (path := SEEDS / "pack" / name).exists()}
    hand = read_pack(files, articles=articles, catalogue=shipped_catalogue())
    report = compare_claims(hand.claims, extract(list(articles.values())).claims, Names(hand.names, spelling_cases(hand.rulings)))
    print(f"claims by hand: {len(hand.claims)}; found {len(report.found)} ({report.recall:.1%}), missed {len(report.missed)}")
    print(f"extracted with another value at the same words: {len(report.wrong)}; beyond the pack: {len(report.beyond)}")


def print_cost(folder: Path) -> None:
    """Time beside the model's own pass, and memory."""
    articles = [read_article(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt"))] or _seeds()
    cost = measure_cost(articles)
    print(f"{cost.words} words: model alone {cost.model:.2f} s, claims and facts {cost.whole:.2f} s, ratio {cost.ratio:.2f}")
    print(f"peak memory {cost.memory:.0f} MB")


def print_scale(_: Path) -> None:
    """Grouping of synthetic claims."""
    measured = measure()
    for size, seconds in measured:
        print(f"{size:8} claims {seconds:7.2f} s")
    print(f"exponent {exponent(measured):.2f}")


def print_items(folder: Path, given: argparse.Namespace) -> None:
    """What is offered on the articles of a folder; sheets for raters, or what their ratings say."""
    made = items.make(_dated(folder))
    if given.sheet:
        items.write_sheets(made, given.sheet, sample=given.sample, seed=given.seed)
    elif given.rated and given.rated.name.endswith(".without.toml"):
        print("\n".join(items.read_guesses(made, given.rated)))
    else:
        print("\n".join(items.report(made, given.rated)))


def print_items_cost(folder: Path) -> None:
    """Time and memory of all questions of 100, 300 and 1,000 articles made of a folder's."""
    for line in items_cost.measure(_dated(folder)):
        print(line, flush=True)


def _dated(folder: Path) -> list[Article]:
    """The articles of a folder with their sidecars."""
    sidecars = {path.name: path.with_suffix(".toml") for path in folder.glob("*.txt")}
    return [
        read_article(name, (folder / name).read_bytes(), sidecars[name].read_bytes() if sidecars[name].exists() else None)
        for name in sorted(sidecars)
    ]


def _seeds() -> list[Article]:
    return [read_article(path.name, path.read_bytes(), path.with_suffix(".toml").read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
