"""By which definition districts are held, in words; as `geo/browser/web/wording/definition.js` has it."""

from __future__ import annotations

from geo.address.view import ViewState
from geo.control.definitions.known import OURS, word_of
from geo.style.layers import LAYERS
from geo.wording.text import t


def definition_words(definition: str) -> str:
    """'By the Long War Journal’s published rule, applied by us.'; '' by our method."""
    return "" if definition == OURS else t(f"definitions.sentence.{word_of(definition)}")


def map_in_words(view: ViewState) -> str:
    """What a map shows: the layer; of control by which definition in short, by our method according to whom."""
    if view.layer != LAYERS[0]:
        return t(f"layer.{view.layer}")
    by = view.definition
    return t(f"perspective.{view.perspective}" if by == OURS else f"definitions.short.{word_of(by)}")
