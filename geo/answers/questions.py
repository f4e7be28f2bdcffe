"""From an address to a question: which answer, by which keys, in which form; what can't be meant is told field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from geo.address.keys import API_FORMS, API_KEYS, LANG_KEY, LANGUAGES
from geo.answers.day import LAYER_KEYS
from geo.answers.endpoints import ENDPOINTS, Endpoint
from geo.answers.known import KEY
from geo.answers.problems import Fault, Refused, invalid
from geo.record.load import Dataset
from geo.record.schema import PERSPECTIVES
from geo.record.spans import FAR_AWAY
from geo.style.layers import LAYERS
from geo.wording.language import FIRST, language
from geo.wording.text import t

#: A query of more fields than this is none of ours.
MAX_FIELDS = 40
ENDING = re.compile(rf"(.+)\.({'|'.join(API_FORMS)})", re.ASCII)


@dataclass(frozen=True)
class Question:
    """What is asked: the name of an answer, keys in canonical form, the page of a list, the form."""

    name: str
    query: Mapping[str, str]
    page: int
    form: str
    #: The address as it was asked, without its query, from the root of all answers.
    path: str

    @property
    def endpoint(self) -> Endpoint:
        """What answers."""
        return ENDPOINTS[self.name]

    @property
    def key(self) -> str:
        """The same for all addresses that have the same answer."""
        return f"{self.path}?{urlencode({**self.query, 'page': self.page, 'format': self.form})}"

    def address_of(self, page: int) -> str:
        """The address of another page, relative to this one."""
        here = self.path.rpartition("/")[0]
        if ENDING.fullmatch(self.path):
            return _relative(f"{self.name}/{page}.{self.form}", here)
        spoken = {} if language() == FIRST else {LANG_KEY: language()}
        return f"{_relative(self.name, here)}?{urlencode({**self.query, **spoken, 'page': page})}"


def question_of(dataset: Dataset, path: str, pairs: Iterable[tuple[str, str]] = ()) -> Question:
    """The question of an address below the root of all answers.

    Parameters
    ----------
    path : 'at', or the address of a file such as 'at/2021-09-05.json'.
    pairs : the query's keys and values, decoded.

    Raises
    ------
    Refused
        With every fault: a path that is none, keys that are not known, given twice, missing, or of a value that means nothing.
    """
    name, given, form = _named(path)
    asked = [*given.items(), *pairs]
    endpoint = ENDPOINTS[name]
    known = endpoint.all_keys
    faults = _strangers(name, asked, known)
    query: dict[str, str] = {}
    for key, value in dict(asked).items():
        if key in known:
            meant = API_KEYS[key].read(dataset, value)
            if meant is None:
                faults.append(invalid(key, value, dataset))
            else:
                query[key] = meant
    faults += _missing(dataset, endpoint, dict(asked), query)
    if faults:
        raise Refused(404 if given and not list(pairs) else 400, "; ".join(fault.detail for fault in faults), faults)
    form = query.pop("format", form)
    ordered = {key: query[key] for key in endpoint.keys if key in query and key != "page"}
    return Question(name, ordered, int(query.get("page", "1")), form, path)


def pairs_of(query_string: str) -> list[tuple[str, str]]:
    """The keys and values of a query.

    Raises
    ------
    Refused
        When there are too many, or one is not UTF-8.
    """
    try:
        return parse_qsl(query_string, keep_blank_values=True, max_num_fields=MAX_FIELDS, errors="strict")
    except ValueError as error:  # also a UnicodeDecodeError
        raise Refused(400, t("problem.query", most=MAX_FIELDS)) from error


def language_in(query_string: str) -> str:
    """The language that a query asks for by `lang`, whatever else is wrong with it; English where it names none."""
    asked = re.findall(rf"(?:^|&){LANG_KEY}=([^&]*)", query_string)
    return asked[0] if asked and asked[0] in LANGUAGES else FIRST


def _named(path: str) -> tuple[str, dict[str, str], str]:
    """The answer that a path names, the keys that stand in it, and the form that it ends in."""
    if path in ENDPOINTS:
        return path, {}, API_FORMS[0]
    ending = ENDING.fullmatch(path)
    for name, template, pattern in _templates():
        found = pattern.fullmatch(ending[1]) if ending else None
        if found and ending and (ending[2] == API_FORMS[0] or (ENDPOINTS[name].drawn and "page" not in template)):
            return name, found.groupdict(), ending[2]
    raise Refused(404, t("problem.no_answer", names=", ".join(ENDPOINTS)))


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each address of files: its answer, the template, and what it matches."""
    pairs = [(name, template) for name, one in ENDPOINTS.items() for template in one.files]
    return tuple((name, file, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", file))) for name, file in pairs)


def _strangers(name: str, asked: Iterable[tuple[str, str]], known: tuple[str, ...]) -> list[Fault]:
    """Keys that the answer does not know, and those that are given more than once."""
    allowed, seen, faults = ", ".join(known), set(), []
    for key, value in asked:
        short = key[:60]
        if key not in known:
            faults.append(Fault(short, value[:60], allowed, t("problem.stranger", answer=name)))
        elif key in seen:
            faults.append(Fault(short, value[:60], t("problem.allowed.one"), t("problem.twice", key=key)))
        seen.add(key)
    return faults


def _missing(dataset: Dataset, endpoint: Endpoint, asked: Mapping[str, str], query: Mapping[str, str]) -> list[Fault]:
    """Keys that an answer needs, and those that do not go together."""
    faults = [
        Fault(key, None, invalid(key, "", dataset).allowed, t("problem.missing", key=key))
        for key in endpoint.required
        if key not in asked
    ]
    if query.get("from", "") > query.get("to", "9"):
        faults.append(Fault("to", query["to"], t("problem.allowed.from", day=query["from"]), t("problem.backwards")))
    if "layer" in endpoint.keys and query.get("layer", LAYERS[0]) == LAYERS[0]:
        allowed = t("problem.allowed.layer", layers=", ".join(LAYERS[1:]))
        faults += [Fault(k, query[k], allowed, t("problem.control", key=k)) for k in LAYER_KEYS if k in query]
    faults += [
        Fault(k, query[k], t("problem.allowed.before", day=query[KEY]), t("problem.later", key=k, day=query[KEY]))
        for k in ("date", "a", "b", "from")
        if query.get(k, "") > query.get(KEY, FAR_AWAY)
    ]
    unfit = [key for key in ("page", "layer", "definition") if key in query and query[key] != LAYERS[0]]
    if query.get("format") == "geojson":
        faults += [Fault(k, query[k], t("problem.allowed.json"), t("problem.geojson", key=k)) for k in unfit]
    return faults + _beside_definition(query)


def _beside_definition(query: Mapping[str, str]) -> list[Fault]:
    """What a definition leaves no room for: a party's view, a layer that is not control."""
    usual = {"perspective": PERSPECTIVES[0], "layer": LAYERS[0]}
    unfit = [key for key, value in usual.items() if "definition" in query and query.get(key, value) != value]
    return [
        Fault(k, query[k], t("problem.allowed.definition", value=usual[k]), t("problem.definition", key=k))
        for k in unfit
    ]


def _relative(path: str, folder: str) -> str:
    """A path below the root of all answers, seen from a folder there."""
    return f"{'../' * (folder.count('/') + 1)}{path}" if folder else path
