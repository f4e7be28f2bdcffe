"""The tables of ARCHITECTURE.md, made from what each module says of itself in its first line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from geo.build.sections import with_section

ROOT = Path(__file__).resolve().parents[2]
#: The trees that hold modules, in the order of the page.
TREES = ("geo", "pages", "serving", "geo/browser/web", "trials", "bench")
#: The first comment of a browser module.
COMMENT = re.compile(r"\A(?://[^\n]*\n)*\s*/\*\*(.*?)\*/", re.DOTALL)


def with_tables(page: str) -> str:
    """ARCHITECTURE.md with a table for each folder that holds modules."""
    return with_section(page, "modules", "\n\n".join(_tables()))


def says(path: Path) -> str:
    """What a module says of itself: the first line of its docstring, or the first sentence of its first comment."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    found = COMMENT.match(text)
    words = " ".join(line.strip(" *") for line in found[1].splitlines()).strip() if found else ""
    return re.split(r"(?<=\.) ", words)[0]


#: Folders that programs make: compiled code, and what a benchmark unpacks.
NOT_OURS = {"__pycache__", "static"}


def folders() -> list[Path]:
    """Every folder with modules of ours, each after the one that holds it."""
    found = {path.parent for tree in TREES for path in (ROOT / tree).rglob("*") if path.suffix in (".py", ".js")}
    ordered = [folder for tree in TREES for folder in sorted(found) if _tree_of(folder) == tree]
    return [folder for folder in ordered if not NOT_OURS.intersection(folder.parts)]


def _tree_of(folder: Path) -> str:
    name = folder.relative_to(ROOT).as_posix()
    return max((tree for tree in TREES if name == tree or name.startswith(tree + "/")), key=len)


def _tables() -> Iterator[str]:
    for folder in folders():
        yield f"### `{folder.relative_to(ROOT).as_posix()}/`"
        if (folder / "__init__.py").exists() and (doc := says(folder / "__init__.py")):
            yield doc
        modules = [path for path in sorted(folder.iterdir()) if path.suffix in (".py", ".js")]
        rows = [f"| `{path.name}` | {_cell(says(path))} |" for path in modules if path.name != "__init__.py"]
        if rows:
            yield "\n".join(["| module | holds |", "|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
