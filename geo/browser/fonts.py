"""The font of Dari and Pashto for pages: Noto Sans Arabic with the letters of both alone, a tenth of the file."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

#: A name of its own: a font of the system by that name would be taken for Latin letters too.
FAMILY = "Replay Arabic"
#: Weights from text to headings; the font is as wide as it is usual.
AXES = {"wdth": 100, "wght": (400, 700)}
WEIGHTS = "400 700"
#: Letters, vowel signs, digits and signs of Persian, Dari, Pashto and Arabic; joiners and blanks between them.
LETTERS = "ءآأؤئابپتټثجچحخځڅدډذرړزڑژږسښشصضطظعغفقکګگلمنڼوهةۀیيېۍئىك،؛؟٪٫٬ًٌٍَُِّْٰٔ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩«»ـ\u200c\u200d \u00a0"
#: What a browser takes from it: all else is set as on a page in English.
RANGE = "U+0600-06FF,U+200C-200D"


@cache
def arabic_font() -> bytes:
    """The font as WOFF2; the same bytes from the same package."""
    path = files("fontpkg_noto_sans_arabic") / "files" / "NotoSansArabic[wdth,wght].ttf"
    font = TTFont(str(path), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=["*"], hinting=False, name_IDs=[1, 2, 13, 14]))
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, AXES)
    content = io.BytesIO()
    font.flavor = "woff2"
    font.save(content)
    return content.getvalue()


def font_face(address: str) -> str:
    """The rule of a style sheet that lets a page take the font from an address, once it has letters of it."""
    return (
        f'@font-face{{font-family:"{FAMILY}";src:url({address}) format("woff2");font-weight:{WEIGHTS};'
        f"font-display:swap;unicode-range:{RANGE}}}"
    )
