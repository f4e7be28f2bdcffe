"""The notebooks run from a wheel in an environment of its own, outside the checkout; README's example is one of their cells."""

from __future__ import annotations

import json
import re
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from geo.record.load import DATA_DIR, load
from tests.notebooks.run_cells import code_cells

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel in it; the packages that it needs are those of this one, so that nothing is fetched."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    command = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet"]
    subprocess.run([*command, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (packages,) = folder.glob("lib/*/site-packages")
    (packages / "others.pth").write_text("\n".join(site.getsitepackages()), "utf-8")
    return folder / "bin" / "python"


def test_the_wheel_holds_the_data_and_says_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
        (metadata,) = [opened.read(name).decode() for name in names if name.endswith("METADATA")]
        assert opened.read("geo/_beside/data/events.geojson") == (DATA_DIR / "events.geojson").read_bytes()
        record = opened.read(next(name for name in names if name.endswith("RECORD"))).decode()
    assert {line.split(",")[0] for line in record.splitlines()} == set(names)
    assert not [name for name in names if "__pycache__" in name or name.startswith(("pages", "serving", "tests"))]
    needed = dict(re.findall(r"^Requires-Dist: ([\w.-]+)>=(\S+)", metadata, re.MULTILINE))
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    assert needed.items() <= pins.items() and {"geopandas", "folium", "matplotlib"} <= set(needed)
    assert not {"streamlit", "streamlit-folium"} & set(needed)


@pytest.mark.parametrize(
    "path",
    [NOTEBOOKS[0], *(pytest.param(one, marks=pytest.mark.full) for one in NOTEBOOKS[1:])],
    ids=lambda path: path.stem,
)
def test_a_notebook_runs_from_the_wheel_and_says_what_it_said(path: Path, python: Path, tmp_path: Path) -> None:
    """Its answers are those that are stored, as long as they are of this version of the data; pictures are only made."""
    script = ROOT / "tests" / "notebooks" / "run_cells.py"
    done = subprocess.run([str(python), "-I", str(script), str(path)], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    notebook = json.loads(path.read_text("utf-8"))
    now, before = json.loads(done.stdout), [cell["outputs"] for cell in code_cells(notebook)]
    assert len(now) == len(before) > 5
    if notebook["metadata"]["dataset"] == load().version:
        assert words(now) == words(before), "make notebooks"
    pictures = [output for outputs in now for output in outputs if "image/png" in output.get("data", {})]
    assert pictures, "a notebook has a picture of a day"


def words(cells: list[list[dict[str, Any]]]) -> list[Any]:
    """What cells say, without pictures: those are drawn a little otherwise by other versions of a font library."""
    return [
        [output.get("text") or {k: v for k, v in output["data"].items() if k != "image/png"} for output in outputs]
        for outputs in cells
    ]


def test_the_package_is_the_one_from_the_wheel_and_its_commands_work(python: Path, tmp_path: Path) -> None:
    program = (
        "import geo, geo.record.load as load; from geo.cli import main; print(geo.__file__, load.DATA_DIR, sep='\\n');"
        "main(['export-html', '-o', 'replay.html']); print(geo.open().version)"
    )
    done = subprocess.run([str(python), "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    package, data, *_, version = done.stdout.splitlines()
    assert not package.startswith(str(ROOT)) and Path(data).is_relative_to(Path(package).parent)
    assert version == load().version
    assert "<h2>" in (tmp_path / "replay.html").read_text("utf-8"), "the method note is in the package too"


def test_the_example_of_the_readme_is_a_cell_of_a_notebook() -> None:
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    cells = ["".join(c["source"]) for path in NOTEBOOKS for c in code_cells(json.loads(path.read_text("utf-8")))]
    assert examples
    assert [example for example in examples if example.strip() not in cells] == []


def test_notebooks_hold_no_address_of_another_host() -> None:
    for path in NOTEBOOKS:
        texts = [line for cell in json.loads(path.read_text("utf-8"))["cells"] for line in cell["source"]]
        assert not [line for line in texts if re.search(r"https?://", line)]
