"""The files of `data/reference/`: which fields each has and what they mean. They are no part of the record.

Columns of UCDP's keep their names and codes (UCDP GED Codebook); `ucdp_id` is their `id`.
"""

from __future__ import annotations

from geo.record.schema import DataFile, Field

FOLDER = "reference"
COUNTRY_ID = "700"
KINDS = ("annual", "candidate")
MONTH = r"20\d\d-(0[1-9]|1[0-2])"
#: How a row of UCDP's and an event of ours belong together: the first three by the rule, in falling order of exactness.
BY_RULE = ("point", "district", "province", "country")
BY_HAND = "hand"
REJECTED = "rejected"
NONE = "none"
HOW = (*BY_RULE, BY_HAND, REJECTED, NONE)
MATCHING = (*BY_RULE, BY_HAND)
YES, NO = "yes", "no"

RELEASE = (
    Field("release", "id", "UCDP's name of the release", pattern=r"(GED|Candidate) \d\d(\.\d{1,2}){1,3}"),
    Field("kind", "enum", "annual (GED, checked again) or candidate (of the month, not yet checked)", allowed=KINDS),
    Field("file", "text", "the file as UCDP names it"),
    Field("months_from", "text", "first month that the release covers whole; null: none", False, pattern=MONTH),
    Field("months_to", "text", "last month that the release covers whole; null: none", False, pattern=MONTH),
    Field("rows", "integer", "rows of the release that are here"),
    Field("read_from", "text", "where the rows were read, and how"),
    Field("cite", "text", "the citation that UCDP asks for"),
)
UCDP_EVENT = (
    Field("ucdp_id", "id", "UCDP's id of the event", pattern=r"\d{1,9}"),
    Field("release", "ref", "the release that the row is from", refers_to=("ucdp_releases",)),
    Field("date_start", "day", "first day it can have happened"),
    Field("date_end", "day", "last day it can have happened"),
    Field(
        "date_prec",
        "integer",
        "1 exact day, 2 two to six days, 3 a week, 4 a month, 5 more than a month",
        allowed=("1", "2", "3", "4", "5"),
    ),
    Field("type_of_violence", "integer", "1 state-based, 2 non-state, 3 one-sided", allowed=("1", "2", "3")),
    Field("conflict_name", "text", "UCDP's name of the conflict"),
    Field("conflict_new_id", "integer", "UCDP's id of the conflict"),
    Field("dyad_new_id", "integer", "UCDP's id of the two sides"),
    Field("side_a", "text", "one side, as UCDP names it; since August 2021 'Government of Afghanistan' is the Taliban"),
    Field("side_b", "text", "the other side, as UCDP names it; XXX700 is a side that is not known"),
    Field("actor_a", "ref", "who `side_a` is among our actors; null: none of them", False, refers_to=("actors",)),
    Field("actor_b", "ref", "who `side_b` is among our actors; null: none of them", False, refers_to=("actors",)),
    Field(
        "where_prec",
        "integer",
        "1 exact place, 2 within about 25 km, 3 district, 4 province, 5 line or fuzzy, 6 country, 7 sea or air",
        allowed=("1", "2", "3", "4", "5", "6", "7"),
    ),
    Field("where_coordinates", "text", "the place whose point is given"),
    Field("where_description", "text", "the place in the words of the sources", False),
    Field("adm_1", "text", "province, as UCDP names it", False),
    Field("adm_2", "text", "district, as UCDP names it", False),
    Field("latitude", "number", "of the point that stands for the place; see `where_prec` before it is drawn"),
    Field("longitude", "number", "of the point that stands for the place"),
    Field("admin1", "ref", "our province at the point, where UCDP names one", False, refers_to=("provinces",)),
    Field(
        "admin2_id", "ref", "our district at the point, where `where_prec` is 1 to 3", False, refers_to=("districts",)
    ),
    Field("deaths_a", "integer", "killed of side_a, by UCDP's best estimate"),
    Field("deaths_b", "integer", "killed of side_b, by UCDP's best estimate"),
    Field("deaths_civilians", "integer", "killed civilians, by UCDP's best estimate"),
    Field("deaths_unknown", "integer", "killed of whom it is not known, by UCDP's best estimate"),
    Field("low", "integer", "killed in all, lowest estimate"),
    Field("best", "integer", "killed in all, best estimate"),
    Field("high", "integer", "killed in all, highest estimate"),
    Field("event_clarity", "integer", "1 told as one event, 2 put together from a sum", allowed=("1", "2")),
    Field("code_status", "text", "Clear, or what UCDP still means to check"),
    Field("number_of_sources", "integer", "how many articles UCDP lists; -1 in old releases is null here", False),
    Field("source_office", "text", "publisher of the first article listed", False),
    Field("source_date", "day", "day of the first article listed", False),
    Field("source_headline", "text", "headline of the first article listed, its first line", False),
)
MATCH = (
    Field("ucdp_id", "id", "the row of UCDP's", pattern=r"\d{1,9}"),
    Field("event_id", "ref", "the event of ours; empty: none", False, refers_to=("events",)),
    Field(
        "how",
        "enum",
        "point, district, province or country: by the rule; hand: by hand; rejected: looked like one and is none; none",
        allowed=HOW,
    ),
    Field("days_apart", "integer", "days between the two, 0 when they overlap", False),
    Field("km_apart", "number", "between the two points, where both are known to a district or better", False),
    Field("score", "number", "0 to 1, by the rule in docs/method.md", False),
    Field("reviewed", "enum", "whether somebody has looked at it; such a line is never made anew", allowed=(YES, NO)),
    Field("remark", "text", "what the one who looked says", False),
)

RELEASES = DataFile("ucdp_releases", "ucdp_releases.json", "json", RELEASE, (), "releases of UCDP that rows are from")
EVENTS = DataFile("ucdp_events", "ucdp_events.json", "json", UCDP_EVENT, (), "UCDP's rows for Afghanistan")
MATCHES = DataFile("ucdp_matches", "ucdp_matches.csv", "csv", MATCH, (), "which events of ours UCDP's rows tell")
#: In the order of their hash.
REFERENCE_FILES = {form.name: form for form in (RELEASES, EVENTS, MATCHES)}
