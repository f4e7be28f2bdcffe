"""Names of months as people write them: English, Dari, Pashto and Persian, in every spelling of their letters."""

from __future__ import annotations

from geo.record.normalise import normalise

#: Letters that Pashto has of its own, and the forms of those that keyboards lack.
LETTERS = {"ګ": "گ", "ۍ": "ی", "ئ": "ی", "ڼ": "ن", "ړ": "ر", "ډ": "د", "ټ": "ت", "ږ": "ژ", "ښ": "ش", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ۀ": "ه", "ؤ": "و"}  # fmt: skip
_TABLE = str.maketrans(LETTERS)

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: The Gregorian months as Dari, Pashto and Persian write them.
_WRITTEN = (
    ("جنوری", "جنوري", "ژانویه"),
    ("فبروری", "فبروري", "فوریه"),
    ("مارچ", "مارس"),
    ("اپریل", "اپرېل", "آوریل"),
    ("می", "مې", "مه"),
    ("جون", "ژوئن", "ژوین"),
    ("جولای", "جولایی", "جولاى", "ژوئیه", "ژوییه"),
    ("اگست", "آگست", "اوت"),
    ("سپتمبر", "سپتامبر", "سپټمبر"),
    ("اکتوبر", "اکتبر", "اکټوبر"),
    ("نومبر", "نوامبر"),
    ("دسمبر", "دسامبر", "ډسمبر"),
)
#: The solar months: in Afghanistan, in Iran, in Pashto; in Latin letters and in Arabic script.
_SOLAR = (
    ("hamal", "حمل", "farvardin", "فروردین", "wray", "وری"),
    ("sawr", "saur", "thawr", "ثور", "ordibehesht", "اردیبهشت", "ghwayay", "غویی"),
    ("jawza", "jauza", "جوزا", "khordad", "خرداد", "ghbargolay", "غبرگولی", "غبرګولی"),
    ("saratan", "سرطان", "tir", "تیر", "chungash", "چنگاښ", "چنګاښ"),
    ("asad", "اسد", "mordad", "مرداد", "zmaray", "زمری"),
    ("sunbula", "sonbola", "sunbulah", "سنبله", "shahrivar", "شهریور", "wazhay", "وږی"),
    ("mizan", "میزان", "mehr", "مهر", "tala", "تله"),
    ("aqrab", "عقرب", "aban", "آبان", "larram", "لړم"),
    ("qaws", "qaus", "قوس", "azar", "آذر", "lindai", "لیندۍ"),
    ("jadi", "jaddi", "جدی", "dey", "دی", "marghumay", "مرغومی"),
    ("dalw", "dalv", "دلو", "bahman", "بهمن", "salwagha", "سلواغه"),
    ("hut", "hoot", "حوت", "esfand", "اسفند", "kab", "کب"),
)


def letters(text: str) -> str:
    """A word as it is looked up: small letters, those of Dari, Pashto and Arabic keyboards in one form."""
    return normalise(normalise(text).translate(_TABLE))


MONTHS = {name[:length]: n for n, name in enumerate(_ENGLISH, 1) for length in (3, len(name))} | {"sept": 9}
MONTHS |= {letters(name): n for n, names in enumerate(_WRITTEN, 1) for name in names}
SOLAR_MONTHS = {letters(name): n for n, names in enumerate(_SOLAR, 1) for name in names}


def month_of(name: str, solar: bool) -> int | None:
    """The number of a month by its name, or None when no month is called so."""
    return (SOLAR_MONTHS if solar else MONTHS).get(letters(name))
