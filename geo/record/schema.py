"""The vocabulary: which fields each data file has, their types, allowed values and meanings.

`validate.py` refuses what this table does not allow, `data/README.md` prints it, the pages
translate its labels. All coordinates are EPSG:4326 (lon, lat); all days are days in Kabul.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

CRS = "EPSG:4326"
EQUAL_AREA_CRS = "+proj=laea +lat_0=34 +lon_0=66 +datum=WGS84 +units=m"
#: A degree of latitude; one of longitude is shorter, so that no distance is told too small.
KM_PER_DEGREE = 111.2
FIRST_DAY = "2021-08-15"
COUNTRY = "AF"
LON_RANGE = (60.0, 75.5)
LAT_RANGE = (29.0, 39.0)

Kind = Literal[
    "text",  # one line of plain text
    "day",  # YYYY-MM-DD, a day in Kabul
    "integer",
    "number",
    "flag",  # true / false
    "enum",  # one of `allowed`
    "id",  # this record's own id, matches `pattern`
    "ref",  # the id of a record in the file `refers_to`
    "texts",  # list of text
    "enums",  # list of `allowed`
    "refs",  # list of ids in `refers_to`
    "objects",  # list of records of `objects`
]


@dataclass(frozen=True)
class Field:
    """One field of a record: its type, what it may hold, and what it means."""

    name: str
    kind: Kind
    meaning: str
    required: bool = True
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    refers_to: tuple[str, ...] = ()
    objects: tuple[Field, ...] = field(default=())


# --- closed lists -------------------------------------------------------------------------

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "battles": (
        "armed_clash",
        "government_regains_territory",
        "non_state_actor_overtakes_territory",
    ),
    "explosions": (
        "air_drone_strike",
        "suicide_bomb",
        "shelling_artillery_missile",
        "remote_explosive_landmine_ied",
        "grenade",
        "chemical_weapon",
    ),
    "violence_against_civilians": ("attack", "abduction_forced_disappearance", "sexual_violence"),
    "protests": (
        "peaceful_protest",
        "protest_with_intervention",
        "excessive_force_against_protesters",
    ),
    "riots": ("violent_demonstration", "mob_violence"),
    "strategic_developments": (
        "agreement",
        "arrests",
        "change_to_group_activity",
        "disrupted_weapons_use",
        "headquarters_or_base_established",
        "looting_property_destruction",
        "non_violent_transfer_of_territory",
        "other",
    ),
}
SUB_EVENT_TYPES = tuple(sub for subs in EVENT_TYPES.values() for sub in subs)

DATE_PRECISIONS = {1: "exact day", 2: "two to six days", 3: "a week", 4: "a month", 5: "a year"}
#: Up to here an event has days of its own; beyond it has only a month or a year in which it lies somewhere.
WEEK = 3
WHERE_PRECISIONS = {
    1: "exact place",
    2: "within about 25 km",
    3: "district",
    4: "province",
    5: "line or fuzzy area",
    6: "country",
}
VERIFICATIONS = ("verified", "reported", "claimed", "disputed", "refuted")
STANCES = ("affirms", "denies", "no_comment")
CASUALTY_KINDS = ("killed", "wounded", "captured", "killed_or_wounded")
SENSITIVITIES = ("public", "generalised", "withheld")

#: Who speaks. The first row are parties to the conflict; a party's word alone is a claim.
PARTY_CLAIMANTS = ("nrf", "taliban", "aff", "iskp", "other_party")
CLAIMANTS = (
    *PARTY_CLAIMANTS,
    "local_source",
    "media",
    "analyst",
    "ngo",
    "un",
    "osint",
    "official",
    "encyclopedia",
    "unspecified",
)

AREA_TYPES = ("country", "province", "district", "place")
CONTROL_STATUSES = ("control", "contested", "presence", "besieged", "advance", "rebellion")
BASES = ("assessed", "claimed")
CERTAINTIES = ("A", "B", "C", "D", "E")
#: By whom claims are seen; a view may also show what both parties say at once.
PERSPECTIVES = ("assessed", "nrf", "taliban")
BOTH = "both"
VIEW_PERSPECTIVES = (*PERSPECTIVES, BOTH)

SOURCE_KINDS = (
    "party",
    "local_media",
    "international_media",
    "un",
    "ngo",
    "osint",
    "government",
    "dataset",
    "academic",
    "encyclopedia",
    "blog",
)
READ_AS = ("original", "copy", "citation", "headline")
#: How we know from which day a statement could be known.
KNOWN_BY = ("published", "reported_on", "derived")
ACTOR_KINDS = (
    "de_facto_authority",
    "resistance_front",
    "local_forces",
    "dissidents",
    "state",
    "jihadist_group",
    "civilians",
    "other",
)
PLACE_KINDS = ("town", "village", "pass", "valley", "area", "airfield", "border_point", "mountain")
PLACE_POINTS = ("gazetteer", "published", "none")
METRICS = (
    "strength",
    "operations",
    "claimed_attacks",
    "verified_attacks",
    "incidents",
    "casualties_killed",
    "casualties_wounded",
    "casualties_captured",
    "casualties_killed_or_wounded",
    "civilians_killed",
    "districts_held",
    "provinces_active",
    "area_share_pct",
    "villages_held",
    "other",
)

# --- records ------------------------------------------------------------------------------

SOURCE_IDS = Field("source_ids", "refs", "the sources this rests on, at least one", refers_to=("sources",))
RECORDED_ON = Field("recorded_on", "day", "the day we entered the record")
REVISED_ON = Field("revised_on", "day", "the day we last changed it", required=False)
NOTES = Field("notes", "text", "doubts and remarks for the reader", required=False)
CLAIMANT = Field("claimant", "enum", "who says so", allowed=CLAIMANTS)
CLAIMANT_NAME = Field("claimant_name", "text", "the speaker as the source names them", required=False)
KNOWN_FROM = Field(
    "known_from",
    "day",
    "the first day on which a source of the record told it; null where nothing says",
    required=False,
)
KNOWN_FROM_BY = Field(
    "known_from_by",
    "enum",
    "how that day is known: a page's own day, a day that a source names, or derived from the days of the sources",
    required=False,
    allowed=KNOWN_BY,
)
ADMIN1 = Field("admin1", "ref", "province, ISO 3166-2", required=False, refers_to=("provinces",))
ADMIN2 = Field("admin2_id", "ref", "district (scheme of 398)", required=False, refers_to=("districts",))

CASUALTY = (
    Field("side", "ref", "whose losses", refers_to=("actors",)),
    Field("kind", "enum", "what happened to them", allowed=CASUALTY_KINDS),
    Field("low", "integer", "lowest number the claim supports", required=False),
    Field("high", "integer", "highest; null when open ('at least')", required=False),
    Field("text", "text", "words where no number is given ('several')", required=False),
)
CLAIM = (
    CLAIMANT,
    CLAIMANT_NAME,
    Field("says", "text", "what they say, in our words"),
    Field("stance", "enum", "whether they affirm the event", allowed=STANCES),
    Field("casualties", "objects", "their numbers, by side", required=False, objects=CASUALTY),
    Field("reported_on", "day", "when this claim was published", required=False),
    SOURCE_IDS,
)
EVENT = (
    Field("event_id", "id", "stable, never reused", pattern=r"EV-20\d\d-\d{4}"),
    Field("title", "text", "one neutral line"),
    Field("summary", "text", "one to three neutral sentences"),
    Field("date_start", "day", "first day it can have happened"),
    Field("date_end", "day", "last day it can have happened or went on"),
    Field(
        "date_precision",
        "integer",
        "UCDP: 1 exact day, 2 two to six days, 3 a week, 4 a month, 5 a year",
        allowed=tuple(map(str, DATE_PRECISIONS)),
    ),
    Field("reported_on", "day", "when it was first reported", required=False),
    Field("event_type", "enum", "ACLED's six types", allowed=tuple(EVENT_TYPES)),
    Field("sub_event_type", "enum", "ACLED's sub-types", allowed=SUB_EVENT_TYPES),
    Field("side_a", "refs", "one side; the order implies no aggressor", required=False, refers_to=("actors",)),
    Field("side_b", "refs", "the other side", required=False, refers_to=("actors",)),
    Field("civilians_targeted", "flag", "whether civilians were the target"),
    Field("country", "text", "ISO 3166-1 code; events outside AF are listed, not drawn", pattern=r"[A-Z]{2}"),
    Field("place_name", "text", "the place as named", required=False),
    Field("place_aliases", "texts", "other spellings in the sources", required=False),
    Field("place_id", "ref", "place in the gazetteer whose point is used", required=False, refers_to=("places",)),
    ADMIN2,
    ADMIN1,
    Field(
        "where_precision",
        "integer",
        "UCDP: 1 exact place, 2 within about 25 km, 3 district, 4 province, 5 line or fuzzy, 6 country",
        allowed=tuple(map(str, WHERE_PRECISIONS)),
    ),
    Field("verification", "enum", "our grade, one rule for all parties", allowed=VERIFICATIONS),
    Field(
        "verified_by",
        "text",
        "who confirmed it and what of it, when verified; told after ‘Verification:’",
        required=False,
    ),
    Field("claims", "objects", "who says what, side by side", objects=CLAIM),
    SOURCE_IDS,
    Field("related_ids", "refs", "events that belong to it or contradict it", required=False, refers_to=("events",)),
    KNOWN_FROM,
    KNOWN_FROM_BY,
    Field(
        "sensitivity",
        "enum",
        "withheld records never leave the build; generalised ones are told more coarsely than the source does",
        allowed=SENSITIVITIES,
    ),
    RECORDED_ON,
    REVISED_ON,
    NOTES,
)
CONTROL_CLAIM = (
    Field("claim_id", "id", "stable, never reused", pattern=r"CC-\d{4}"),
    Field("area_type", "enum", "what kind of area", allowed=AREA_TYPES),
    Field(
        "area_ids",
        "refs",
        "AF, provinces, districts or places",
        refers_to=("country", "provinces", "districts", "places"),
    ),
    Field("area_note", "text", "the area in the source's terms when it is not the whole polygon", required=False),
    Field("controller", "ref", "who is said to hold it", refers_to=("actors",)),
    Field("status", "enum", "how it is held", allowed=CONTROL_STATUSES),
    Field("basis", "enum", "assessed from reports, or only claimed", allowed=BASES),
    CLAIMANT,
    CLAIMANT_NAME,
    Field(
        "certainty",
        "enum",
        "A confirmed on site or conceded by the loser, B reported and uncontradicted, C one side only, D contradicted, E inferred by us",
        allowed=CERTAINTIES,
    ),
    Field("valid_from", "day", "first day of the state"),
    Field("valid_to", "day", "first day it no longer holds; empty while open", required=False),
    Field(
        "from_precision",
        "integer",
        "how exactly the first day is known, as `date_precision` of events",
        required=False,
        allowed=tuple(map(str, DATE_PRECISIONS)),
    ),
    Field("from_latest", "day", "last day on which it can have begun, when a source gives a span", required=False),
    Field(
        "to_precision",
        "integer",
        "how exactly the last day is known",
        required=False,
        allowed=tuple(map(str, DATE_PRECISIONS)),
    ),
    Field("to_latest", "day", "last day on which it can have ended, when a source gives a span", required=False),
    Field(
        "centre_held_by",
        "ref",
        "who held the administrative centre, where a source says so",
        required=False,
        refers_to=("actors",),
    ),
    KNOWN_FROM,
    KNOWN_FROM_BY,
    Field("last_confirmed", "day", "last day a source supports it"),
    Field("exception", "text", "what inside the area is not meant (its centre, a road)", required=False),
    Field(
        "supersedes",
        "refs",
        "earlier claims that end where this one begins",
        required=False,
        refers_to=("control_claims",),
    ),
    Field("event_ids", "refs", "events that show the change", required=False, refers_to=("events",)),
    SOURCE_IDS,
    RECORDED_ON,
    REVISED_ON,
    NOTES,
)
PRESENCE = (
    Field("presence_id", "id", "stable, never reused", pattern=r"PR-\d{4}"),
    Field("list_id", "text", "the list this row belongs to", pattern=r"[a-z0-9-]+"),
    Field("as_of", "day", "the day the list speaks of"),
    Field("actor_id", "ref", "whose presence", refers_to=("actors",)),
    Field("admin1", "ref", "province, ISO 3166-2", refers_to=("provinces",)),
    Field("polarity", "enum", "said to be there, or said not to be", allowed=("present", "absent")),
    CLAIMANT,
    CLAIMANT_NAME,
    Field("says", "text", "what is said, in our words"),
    SOURCE_IDS,
    RECORDED_ON,
    REVISED_ON,
    NOTES,
)
STATISTIC = (
    Field("statistic_id", "id", "stable, never reused", pattern=r"ST-\d{4}"),
    Field("metric", "enum", "what is counted", allowed=METRICS),
    Field("label", "text", "what is counted, in words"),
    Field("actor_id", "ref", "whom the number is about", required=False, refers_to=("actors",)),
    Field("low", "number", "lowest number stated", required=False),
    Field("high", "number", "highest; null when open", required=False),
    Field("text", "text", "words where no number is given", required=False),
    Field("window_start", "day", "first day counted", required=False),
    Field("window_end", "day", "last day counted, or the day of an estimate"),
    Field("scope", "enum", "what area it covers", allowed=("country", "province", "district", "area")),
    Field("admin1s", "refs", "the provinces it covers, when not the country", required=False, refers_to=("provinces",)),
    CLAIMANT,
    CLAIMANT_NAME,
    Field("reported_on", "day", "when it was published", required=False),
    SOURCE_IDS,
    RECORDED_ON,
    REVISED_ON,
    NOTES,
)
UNDATED = (
    Field("undated_id", "id", "stable, never reused", pattern=r"UD-\d{4}"),
    Field("title", "text", "one neutral line"),
    Field("summary", "text", "one to three neutral sentences"),
    ADMIN1,
    ADMIN2,
    Field("actors", "refs", "who is said to be involved", required=False, refers_to=("actors",)),
    CLAIMANT,
    Field("reason", "text", "why it can't be dated"),
    SOURCE_IDS,
    RECORDED_ON,
    REVISED_ON,
)
MOMENT = (
    Field("moment_id", "id", "stable, never reused", pattern=r"MO-\d{4}"),
    Field("title", "text", "its name on the time axis, neutral and short", pattern=r".{1,40}"),
    Field("day", "day", "its day, or the first one"),
    Field("last_day", "day", "the last day, when it took several", required=False),
    Field(
        "rank",
        "integer",
        "which names stand first where there is little room: 1 before 2 before 3",
        allowed=("1", "2", "3"),
    ),
    Field(
        "claimed_by",
        "enum",
        "the party that says so, when no event it rests on is graded verified or reported",
        required=False,
        allowed=PARTY_CLAIMANTS,
    ),
    Field("event_ids", "refs", "the events it rests on, at least one", refers_to=("events",)),
    Field("claim_ids", "refs", "the control claims it rests on", required=False, refers_to=("control_claims",)),
    RECORDED_ON,
    REVISED_ON,
)
SOURCE = (
    Field("source_id", "id", "stable, never reused", pattern=r"SRC-\d{4}"),
    Field("publisher", "text", "who published it", required=False),
    Field("title", "text", "title in the original language, or a description in brackets"),
    Field("lang", "text", "ISO 639-1", pattern=r"[a-z]{2,3}"),
    Field("author", "text", "named author", required=False),
    Field("date", "day", "when it was published", required=False),
    Field("date_note", "text", "what is known of the date when no day is", required=False),
    Field("url", "text", "address", required=False, pattern=r"https?://\S+"),
    Field("archive_url", "text", "archived address", required=False, pattern=r"https?://\S+"),
    Field("accessed_on", "day", "when it was opened", required=False),
    Field("kind", "enum", "what kind of publisher", allowed=SOURCE_KINDS),
    Field("party_near", "ref", "the party this publisher belongs to or is near", required=False, refers_to=("actors",)),
    Field("reliability", "text", "what a reader should know about it", required=False),
    Field(
        "read_as",
        "enum",
        "original: we read the document; copy: a republication; citation: we read a document that cites it; headline: only its title",
        allowed=READ_AS,
    ),
    Field(
        "seen_through",
        "refs",
        "the documents that cite it, when not read itself",
        required=False,
        refers_to=("sources",),
    ),
    Field(
        "copy_of",
        "refs",
        "the sources of this record whose text or report it retells; a public source names public ones only",
        required=False,
        refers_to=("sources",),
    ),
    Field("retells", "text", "whose report it retells, when that one is not in this record", required=False),
    Field("unresolved", "flag", "cites references that can't be resolved, or is one"),
    NOTES,
)
ROLE = (
    Field("role", "text", "what they are"),
    Field("valid_from", "day", "from", required=False),
    Field("valid_to", "day", "to (first day it no longer holds)", required=False),
)
RELATION = (
    Field("actor_id", "ref", "the other actor", refers_to=("actors",)),
    Field(
        "relation",
        "enum",
        "what is said to be between them",
        allowed=("allied", "supports", "opposes", "part_of", "talks_with"),
    ),
    Field("claimant", "enum", "who says so", allowed=CLAIMANTS),
    Field("disputed", "flag", "whether anybody denies it"),
    Field("valid_from", "day", "from", required=False),
    Field("valid_to", "day", "to", required=False),
    SOURCE_IDS,
    NOTES,
)
ACTOR = (
    Field("actor_id", "id", "stable id", pattern=r"[a-z][a-z0-9_]*"),
    Field("name_en", "text", "name in English"),
    Field("name_fa", "text", "name in Dari", required=False),
    Field("name_ps", "text", "name in Pashto", required=False),
    Field("aliases", "texts", "other names in the sources", required=False),
    Field("kind", "enum", "what kind of actor", allowed=ACTOR_KINDS),
    Field("roles", "objects", "dated roles", required=False, objects=ROLE),
    Field("relations", "objects", "dated relations, with who says so", required=False, objects=RELATION),
    NOTES,
)
PROVINCE = (
    Field("admin1", "id", "ISO 3166-2", pattern=r"AF-[A-Z]{3}"),
    Field("pcode", "text", "OCHA's p-code (COD-AB V_02)", pattern=r"AF\d\d"),
    Field("name_en", "text", "name in English"),
    Field("name_fa", "text", "name in Dari"),
    Field("name_ps", "text", "name in Pashto"),
    Field("aliases", "texts", "other spellings", required=False),
    Field("area_km2", "number", "area in an equal-area projection"),
    Field("label_lon", "number", "where to write the name"),
    Field("label_lat", "number", "where to write the name"),
)
DISTRICT = (
    Field("admin2_id", "id", "province code + slug of the name", pattern=r"AF-[A-Z]{3}-[a-z0-9-]+"),
    Field("admin1", "ref", "parent province", refers_to=("provinces",)),
    Field(
        "pcode",
        "text",
        "OCHA's p-code (COD-AB V_02) where one district of theirs is this one",
        required=False,
        pattern=r"AF\d{4}",
    ),
    Field("name_en", "text", "name as in the boundary file"),
    Field("name_fa", "text", "name in Dari where known", required=False),
    Field("name_ps", "text", "name in Pashto where known", required=False),
    Field("aliases", "texts", "other spellings", required=False),
    Field("area_km2", "number", "area in an equal-area projection"),
    Field("label_lon", "number", "where to write the name"),
    Field("label_lat", "number", "where to write the name"),
)
PLACE = (
    Field("place_id", "id", "stable id", pattern=r"PL-[a-z0-9-]+"),
    Field("name_en", "text", "name"),
    Field("name_fa", "text", "name in Arabic script where known", required=False),
    Field("aliases", "texts", "other spellings", required=False),
    Field("kind", "enum", "what it is", allowed=PLACE_KINDS),
    Field("admin1", "ref", "province, by geometry", refers_to=("provinces",)),
    Field("admin2_id", "ref", "district, by geometry", required=False, refers_to=("districts",)),
    Field(
        "point_from",
        "enum",
        "where the point comes from; none when no source gives one (then it is listed, never drawn)",
        allowed=PLACE_POINTS,
    ),
    Field("radius_km", "number", "how far off the point may be", required=False),
    Field("population", "integer", "for the rank of its label", required=False),
    Field("source", "text", "gazetteer id, or the page and what it prints"),
    NOTES,
)

FileForm = Literal["geojson", "json", "csv"]


@dataclass(frozen=True)
class DataFile:
    """One file under `data/`: its form, its record type and which geometries it may hold."""

    name: str
    path: str
    form: FileForm
    fields: tuple[Field, ...]
    geometries: tuple[str, ...] = ()
    meaning: str = ""

    @property
    def id_field(self) -> str:
        """The field that identifies a record."""
        return next(f.name for f in self.fields if f.kind == "id")


FILES: dict[str, DataFile] = {
    f.name: f
    for f in (
        DataFile("provinces", "provinces.geojson", "geojson", PROVINCE, ("Polygon", "MultiPolygon"), "34 provinces"),
        DataFile(
            "districts",
            "districts.geojson",
            "geojson",
            DISTRICT,
            ("Polygon", "MultiPolygon"),
            "398 districts, scheme of 2005",
        ),
        DataFile(
            "places",
            "places.geojson",
            "geojson",
            PLACE,
            ("Point", "null"),
            "towns, and the villages, passes and valleys that records need",
        ),
        DataFile("actors", "actors.json", "json", ACTOR, (), "who acts and speaks"),
        DataFile("sources", "sources.json", "json", SOURCE, (), "what every record rests on"),
        DataFile("events", "events.geojson", "geojson", EVENT, ("Point", "null"), "what is said to have happened"),
        DataFile(
            "control_claims",
            "control_claims.csv",
            "csv",
            CONTROL_CLAIM,
            (),
            "who is said to hold what, from when to when",
        ),
        DataFile(
            "presence",
            "presence.json",
            "json",
            PRESENCE,
            (),
            "dated lists of provinces where somebody is said to operate",
        ),
        DataFile(
            "statistics", "statistics.json", "json", STATISTIC, (), "numbers with window and claimant, never added up"
        ),
        DataFile(
            "undated",
            "undated.json",
            "json",
            UNDATED,
            (),
            "reports that no source dates: listed for curators, never on the map",
        ),
        DataFile(
            "moments",
            "moments.json",
            "json",
            MOMENT,
            (),
            "days that have a name on the time axis, and what they rest on",
        ),
    )
}
