"""Run the cells of a notebook in order in this Python, and tell or store what they print and show.

No kernel of Jupyter is needed: `python -m tests.notebooks.run_cells notebooks/*.ipynb` prints, `--write` stores.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

#: An answer in HTML that is longer (a whole replay) is shown when the cell is run, not stored.
MAX_HTML = 60_000


def run(notebook: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The outputs of each cell of code, as a notebook stores them; what a cell raises goes on."""
    names: dict[str, Any] = {"__name__": "__main__"}
    return [outputs_of(cell, names, number) for number, cell in enumerate(code_cells(notebook), start=1)]


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def outputs_of(cell: dict[str, Any], names: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """Run one cell: what it prints, and the value of its last line."""
    tree = ast.parse("".join(cell["source"]), filename=f"cell {number}")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)  # noqa: S102 - our own notebooks
        value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names) if last else None  # noqa: S307
    outputs = []
    if text := printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)})
    if value is not None:
        shown = {"data": data_of(value), "metadata": {}, "output_type": "execute_result", "execution_count": number}
        outputs.append(shown)
    return outputs


def data_of(value: Any) -> dict[str, Any]:
    """A value in the forms that Jupyter would ask it for."""
    words = re.sub(r" object at 0x[0-9a-f]+", " object", repr(value))
    data: dict[str, Any] = {"text/plain": words.splitlines(keepends=True)}
    page = value._repr_html_() if hasattr(value, "_repr_html_") else None
    if page and len(page) <= MAX_HTML:
        data["text/html"] = page.splitlines(keepends=True)
    if picture := value._repr_png_() if hasattr(value, "_repr_png_") else None:  # a folium.Map answers None
        data["image/png"] = base64.b64encode(small(picture)).decode("ascii") + "\n"
    return data


def small(picture: bytes) -> bytes:
    """A PNG in few colours: a notebook in the repository is read by people who have slow lines."""
    from PIL import Image

    made = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(128).save(made, "PNG", optimize=True)
    return made.getvalue()


def stored(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with the outputs of this run, and the version of the data that they are of."""
    import geo

    for number, (cell, outputs) in enumerate(zip(code_cells(notebook), run(notebook), strict=True), start=1):
        cell["outputs"], cell["execution_count"] = outputs, number
    notebook["metadata"]["dataset"] = geo.open().version
    return notebook


def main(paths: list[str]) -> None:
    wants_write = "--write" in paths
    for path in (Path(name) for name in paths if name != "--write"):
        notebook = json.loads(path.read_text("utf-8"))
        if wants_write:
            path.write_text(json.dumps(stored(notebook), ensure_ascii=False, indent=1) + "\n", "utf-8")
        else:
            print(json.dumps(run(notebook), ensure_ascii=False))  # noqa: T201 - read by the test


if __name__ == "__main__":
    main(sys.argv[1:])
