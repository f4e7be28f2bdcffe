"""The Global Terrorism Database (START, University of Maryland): year, month and day in columns of their own (GTD Codebook)."""

from __future__ import annotations

from geo.publishers.base import Publisher
from geo.publishers.codes import precisions
from geo.record.normalise import heading

_TARGETS = tuple(
    f"{name}{n}" + text
    for n in (1, 2, 3)
    for name, texts in (
        ("targtype", ("", "_txt")), ("targsubtype", ("", "_txt")), ("corp", ("",)), ("target", ("",)),
        ("natlty", ("", "_txt")),
    )
    for text in texts
)  # fmt: skip
_WEAPONS = tuple(f"weap{name}{n}{text}" for n in (1, 2, 3, 4) for name in ("type", "subtype") for text in ("", "_txt"))
COLUMNS = (
    "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country", "country_txt", "region",
    "region_txt", "provstate", "city", "latitude", "longitude", "specificity", "vicinity", "location", "summary",
    "crit1", "crit2", "crit3", "doubtterr", "alternative", "alternative_txt", "multiple", "success", "suicide",
    "attacktype1", "attacktype1_txt", "attacktype2", "attacktype2_txt", "attacktype3", "attacktype3_txt", *_TARGETS,
    "gname", "gsubname", "gname2", "gsubname2", "gname3", "gsubname3", "motive", "guncertain1", "guncertain2",
    "guncertain3", "individual", "nperps", "nperpcap", "claimed", "claimmode", "claimmode_txt", "claim2",
    "claimmode2", "claimmode2_txt", "claim3", "claimmode3", "claimmode3_txt", "compclaim", *_WEAPONS, "weapdetail",
    "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte", "property", "propextent", "propextent_txt",
    "propvalue", "propcomment", "ishostkid", "nhostkid", "nhostkidus", "nhours", "ndays", "divert", "kidhijcountry",
    "ransom", "ransomamt", "ransomamtus", "ransompaid", "ransompaidus", "ransomnote", "hostkidoutcome",
    "hostkidoutcome_txt", "nreleased", "addnotes", "scite1", "scite2", "scite3", "dbsource", "int_log", "int_ideo",
    "int_misc", "int_any", "related",
)  # fmt: skip

GTD = Publisher(
    name="gtd",
    title="the Global Terrorism Database",
    columns=tuple(map(heading, COLUMNS)),
    telling=("eventid", "iyear", "imonth", "iday", "attacktype1"),
    written_days=(),
    lon="longitude",
    lat="latitude",
    day=("iyear", "imonth", "iday"),
    type="attacktype1",
    precision="specificity",
    where=precisions("gtd", "specificity"),
)
