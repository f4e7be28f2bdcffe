"""What is made from the code says what the code says; what stands around it is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.address.keys import URL_KEYS
from geo.build import made, module_tables
from geo.build.sections import with_section

BEGIN, END = "<!-- some:begin -->", "<!-- some:end -->"


def test_nothing_that_is_made_is_stale() -> None:
    assert made.stale() == [], "run: python -m geo.build.made"


def test_a_stale_file_is_named_and_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in made.MADE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((made.ROOT / name).read_bytes())
    page = tmp_path / "docs" / "addresses.md"
    page.write_text(page.read_text("utf-8").replace("| `date` |", "| `day` |"), "utf-8")
    assert made.stale(tmp_path) == ["docs/addresses.md"]
    made.write(tmp_path)
    assert made.stale(tmp_path) == []
    assert page.read_bytes() == (made.ROOT / "docs" / "addresses.md").read_bytes()


@pytest.mark.parametrize("page", ["", BEGIN, f"{END}\n{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"])
def test_a_page_without_both_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="the page needs one line"):
        with_section(page, "some", "text")


def test_what_stands_around_the_marks_is_kept() -> None:
    assert with_section(f"before\n{BEGIN}\nold\n{END}\nafter\n", "some", "new") == (
        f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"
    )


def test_every_module_says_what_it_holds_and_every_folder_is_small() -> None:
    for folder in module_tables.folders():
        modules = [path for path in folder.iterdir() if path.suffix in (".py", ".js") and path.name != "__init__.py"]
        assert len(modules) <= 20, f"{folder} holds {len(modules)} modules"
        assert [path.name for path in modules if not module_tables.says(path)] == []


def test_the_rooms_that_the_architecture_names_are_there() -> None:
    page = (made.ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The modules")[0]
    rooms = re.findall(r"`((?:geo|pages|data|docs)/[\w./-]+)`", page)
    assert len(rooms) > 20
    assert [room for room in rooms if not (made.ROOT / room).exists()] == []


def test_every_key_of_the_view_is_told_to_those_who_embed() -> None:
    text = (made.ROOT / "docs" / "embedding.md").read_text("utf-8")
    assert [key for key in URL_KEYS if f"| `{key}` |" not in text] == []


def test_the_domain_shows_folders_and_few_modules() -> None:
    """What a newcomer sees first: a room for each question, and at most three modules beside them."""
    beside = {path.name for path in (made.ROOT / "geo").glob("*.py")} - {"__init__.py", "__main__.py"}
    assert len(beside) <= 3, sorted(beside)
