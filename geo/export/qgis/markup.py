"""The parts of a QML file as QGIS 3.22 writes them: options, layers of a symbol, symbols, rules, time, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from geo.record.spans import FAR_AWAY
from geo.style.basemap import HALO, INK

#: The version whose form the files have; later ones read it.
VERSION = "3.22.0"
PIXEL, METRES = "Pixel", "RenderMetersInMapUnits"
#: How QGIS takes the end of a span: as the first moment after it, or as its last day.
UNTIL, THROUGH = "0", "1"
Expressions = Mapping[str, str]


@dataclass(frozen=True)
class Layer:
    """One layer of a symbol: its class, options, options that an expression decides, and the symbol inside it, if any."""

    kind: str
    options: Mapping[str, str]
    decided: Expressions
    inner: Symbol | None = None
    #: Layers of all areas are drawn in the order of their passes.
    level: int = 0


@dataclass(frozen=True)
class Symbol:
    """What draws an area ('fill') or a point ('marker'), from below."""

    kind: str
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Rule:
    """A line of the legend: its words, which features it draws, with what; without a symbol it holds others."""

    label: str
    holds: str
    symbol: Symbol | None = None
    rules: tuple[Rule, ...] = ()


def qml(rules: Sequence[Rule], days: tuple[str, str, str], named: str = "") -> str:
    """A whole style.

    Parameters
    ----------
    days : the fields of the first and the last day, and how the last is meant (`UNTIL`, `THROUGH`).
    named : for which features their `name` is written; '' for none.
    """
    root = Element(
        "qgis", version=VERSION, styleCategories="Symbology|Labeling|Temporal", labelsEnabled=str(int(bool(named)))
    )
    _put_time(root, *days)
    _put_rules(SubElement(root, "renderer-v2", type="RuleRenderer", symbollevels="1", forceraster="0"), rules)
    if named:
        _put_names(root, named)
    indent(root, " ")
    return f"<!DOCTYPE qgis>\n{tostring(root, encoding='unicode')}\n"


def layer(kind: str, options: Mapping[str, object], decided: Expressions | None = None, level: int = 0) -> Layer:
    """A layer of a symbol, its options as text."""
    return Layer(kind, {name: str(value) for name, value in options.items()}, decided or {}, level=level)


def rgba(colour: str, opacity: float = 1.0) -> str:
    """A colour as QGIS keeps it: '27,108,168,255'."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return ",".join(map(str, [*parts, round(opacity * 255)]))


def _put_time(root: Element, start: str, end: str, mode: str) -> None:
    """From when to when a feature is on the map.

    As expressions: a field of days would be compared with a moment as text, and each state would begin a day too soon.
    """
    marks = {
        "enabled": "1",
        "mode": "4",
        "startField": start,
        "endField": end,
        "startExpression": f'to_datetime("{start}")',
        "endExpression": f"to_datetime(coalesce(\"{end}\", to_date('{FAR_AWAY}')))",
        "limitMode": mode,
        "durationUnit": "days",
        "durationField": "",
        "fixedDuration": "0",
        "accumulate": "0",
    }
    fixed = SubElement(SubElement(root, "temporal", marks), "fixedRange")
    SubElement(fixed, "start")
    SubElement(fixed, "end")


def _put_rules(renderer: Element, rules: Sequence[Rule]) -> None:
    symbols: list[Symbol] = []
    tree = SubElement(renderer, "rules", key=_key("rules"))

    def put(parent: Element, some: Iterable[Rule], path: str) -> None:
        for rule in some:
            marks = {"key": _key(f"{path}/{rule.label}"), "label": rule.label}
            if rule.holds:
                marks["filter"] = rule.holds
            if rule.symbol:
                marks["symbol"] = str(len(symbols))
                symbols.append(rule.symbol)
            put(SubElement(tree if parent is tree else parent, "rule", marks), rule.rules, f"{path}/{rule.label}")

    put(tree, rules, "")
    place = SubElement(renderer, "symbols")
    for number, symbol in enumerate(symbols):
        _put_symbol(place, symbol, str(number))


def _put_symbol(parent: Element, symbol: Symbol, name: str) -> None:
    marks = {"type": symbol.kind, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"}
    element = SubElement(parent, "symbol", marks)
    _put_decided(element, {})
    for number, one in enumerate(symbol.layers):
        inside = SubElement(
            element, "layer", {"class": one.kind, "enabled": "1", "locked": "0", "pass": str(one.level)}
        )
        options = SubElement(inside, "Option", type="Map")
        for key, value in one.options.items():
            SubElement(options, "Option", type="QString", name=key, value=value)
        _put_decided(inside, one.decided)
        if one.inner:
            _put_symbol(inside, one.inner, f"@{name}@{number}")


def _put_decided(parent: Element, decided: Expressions) -> None:
    """The options that expressions decide."""
    whole = SubElement(SubElement(parent, "data_defined_properties"), "Option", type="Map")
    SubElement(whole, "Option", type="QString", name="name", value="")
    options = SubElement(whole, "Option", {"name": "properties"} | ({"type": "Map"} if decided else {}))
    for name, expression in decided.items():
        option = SubElement(options, "Option", type="Map", name=name)
        SubElement(option, "Option", type="bool", name="active", value="true")
        SubElement(option, "Option", type="QString", name="expression", value=expression)
        SubElement(option, "Option", type="int", name="type", value="3")
    SubElement(whole, "Option", type="QString", name="type", value="collection")


def _put_names(root: Element, named: str) -> None:
    """Names beside areas, dark on a light rim."""
    rules = SubElement(SubElement(root, "labeling", type="rule-based"), "rules", key=_key("names"))
    settings = SubElement(SubElement(rules, "rule", key=_key("name"), filter=named), "settings", calloutType="simple")
    text = {"fieldName": "name", "fontSize": "9", "fontSizeUnit": "Point", "fontWeight": "63", "namedStyle": "Bold"}
    style = SubElement(settings, "text-style", text | {"textColor": rgba(INK), "textOpacity": "1", "isExpression": "0"})
    rim = {
        "bufferDraw": "1",
        "bufferSize": "0.8",
        "bufferSizeUnits": "MM",
        "bufferColor": rgba(HALO),
        "bufferOpacity": "0.9",
    }
    SubElement(style, "text-buffer", rim)
    SubElement(settings, "placement", placement="0", centroidWhole="0", priority="5")
    SubElement(settings, "rendering", drawLabels="1", obstacle="0", scaleVisibility="0", displayAll="0")


def _key(text: str) -> str:
    """A name for a rule, the same each time."""
    return f"{{{uuid5(NAMESPACE_OID, text)}}}"
