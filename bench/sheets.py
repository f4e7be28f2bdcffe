"""`python -m bench.sheets`: the pictures of three days and two extents in docs/img, as `python -m geo render` makes them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

from geo.control.timeline import Timeline
from geo.export.picture import RenderOptions, write_picture
from geo.record.load import load

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "img"
DAYS = ("2021-09-05", "2022-05-07", "2025-07-01")
EXTENTS = {"af": "AF", "panjshir": "panjshir"}
SHOWN = (1000, 562)  # smaller and in 256 colours: they are looked at here, not printed


def main() -> None:
    """Draw them and make them small."""
    timeline = Timeline(load())
    with tempfile.TemporaryDirectory() as folder:
        for day in DAYS:
            for name, extent in EXTENTS.items():
                made = Path(folder) / "map.png"
                write_picture(timeline, RenderOptions(day, extent=extent), made)
                path = IMAGES / f"picture-{day}-{name}.png"
                with Image.open(made) as image:
                    small = image.convert("RGB").resize(SHOWN, Image.Resampling.LANCZOS)
                small.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
                print(path.relative_to(IMAGES.parents[1]))


if __name__ == "__main__":
    main()
