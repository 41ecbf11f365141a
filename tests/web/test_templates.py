"""Rules that templates and style sheets keep."""

import re
from pathlib import Path

import pytest

from quizapp.resources import resource_folder
from quizapp.web.assets import PLAIN, SCRIPTS, SHEETS, load_assets
from quizapp.web.icons import DRAWINGS

TEMPLATES = sorted(resource_folder("templates").rglob("*.html"))
SHEET_FILES = sorted(resource_folder("static").glob("css/*.css"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_trust_no_text_and_hold_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "|safe" not in text.replace(" ", "")
    assert "autoescape" not in text
    assert "style=" not in text
    assert not re.search(r"<script(?![^>]*src=)", text)


@pytest.mark.parametrize("path", SHEET_FILES, ids=lambda path: path.name)
def test_colours_are_named_in_one_place(path: Path) -> None:
    if path.stem not in {"tokens", "print"}:
        assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)|rgb\(|hsl\(", path.read_text(encoding="utf-8"))


def test_every_style_sheet_is_served() -> None:
    assert {path.stem for path in SHEET_FILES} == {part for parts in SHEETS.values() for part in parts}


def test_every_icon_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES) + Path("quizapp/web/wording.py").read_text(encoding="utf-8")
    assert {name for name in DRAWINGS if f'"{name}"' not in text} == set()


def test_the_same_files_give_the_same_addresses() -> None:
    folder = resource_folder("static")
    assert load_assets(folder).names == load_assets(folder).names
    assert set(load_assets(folder).names) == {*SHEETS, *SCRIPTS, *PLAIN}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=re.escape(str(tmp_path))):
        load_assets(tmp_path)
