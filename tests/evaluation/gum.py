"""The texts behind the unseen labels: `python -m tests.evaluation.gum CONLLU_FOLDER TO` makes them of documents of UD English-GUM.

Sentences are joined by a space, paragraphs by an empty line, and a text ends before the paragraph that takes it over 650 words; the labels
know a text by the digest of what comes out. index.jsonl beside the texts holds their dates.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

MOST_WORDS = 650
_SENTENCE = "# text = "
_DATE = "# meta::dateCreated = "
_PARAGRAPH = "# newpar"


def main(folder: Path, to: Path) -> None:
    """Write GUM_<name>.conllu as <name>.txt."""
    to.mkdir(parents=True, exist_ok=True)
    rows: list[str] = []
    for path in sorted(folder.glob("GUM_*.conllu")):
        lines = path.read_text(encoding="utf-8").splitlines()
        name = f"{path.stem.removeprefix('GUM_')}.txt"
        (to / name).write_text(text_of(lines), encoding="utf-8", newline="\n")
        date = next((line.removeprefix(_DATE) for line in lines if line.startswith(_DATE)), "")
        rows.append(json.dumps({"file": name, "date": date}) + "\n")
    (to / "index.jsonl").write_text("".join(rows), encoding="utf-8", newline="\n")


def text_of(lines: Iterable[str]) -> str:
    """The beginning of a document as running text."""
    taken: list[str] = []
    words = 0
    for paragraph in _paragraphs(lines):
        words += len(paragraph.split())
        if taken and words > MOST_WORDS:
            break
        taken.append(paragraph)
    return "\n\n".join(taken) + "\n"


def _paragraphs(lines: Iterable[str]) -> Iterable[str]:
    sentences: list[str] = []
    for line in lines:
        if line.startswith(_PARAGRAPH) and not line.startswith(f"{_PARAGRAPH}_") and sentences:
            yield " ".join(sentences)
            sentences = []
        elif line.startswith(_SENTENCE):
            sentences.append(line.removeprefix(_SENTENCE))
    if sentences:
        yield " ".join(sentences)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
