"""Search, headline, timeline, panel and the other parts drawn in the browser, as Streamlit components: each loads our modules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.ui import mounting

#: What a component looks like comes with the modules: what is given to Streamlit as `css` is sent again at each step.
LOADER = mounting.script("""
  const { parentElement, data, setStateValue } = component;
  const options = { ...data, report: (view) => setStateValue("report", view) };
  return mountOnce(parentElement, options, async (root) => {
    const modules = await import(new URL(data.assets.modules, document.baseURI).href);
    const style = document.createElement("style");
    style.textContent = modules.STYLES;
    root.append(style);
    const view = await modules.MOUNT(root, options);
    return {
      update: (now) => view.update(now),
      remove: () => {
        view.remove();
        style.remove();
      },
    };
  });
""")

_timeline = st.components.v2.component("replay_timeline", js=LOADER.replace("MOUNT", "mountTimeline"))
_panel = st.components.v2.component("replay_panel", js=LOADER.replace("MOUNT", "mountPanel"))
_headline = st.components.v2.component("replay_headline", js=LOADER.replace("MOUNT", "mountHeadline"))
_search = st.components.v2.component("replay_search", js=LOADER.replace("MOUNT", "mountSearch"))
_user_data = st.components.v2.component("replay_user_data", js=LOADER.replace("MOUNT", "mountUserData"))
_compared_maps = st.components.v2.component("replay_compared_maps", js=LOADER.replace("MOUNT", "mountCompareMaps"))


#: The full address in place of the one that a page was entered by. Written to the history by the browser, since
#: `st.query_params` would add an entry, which Back would have to step over. `embed` and its options are Streamlit's.
REPLACE_ADDRESS = """
const KEPT = ["embed", "embed_options"];
const same = (one, other) => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
export default function ({ data }) {
  const here = new URLSearchParams(location.search);
  const kept = [...here].filter(([key]) => KEPT.includes(key));
  if (!same([...here].filter(([key]) => !KEPT.includes(key)), data.asked)) return;
  const query = [data.address, ...kept.map((pair) => pair.map(encodeURIComponent).join("="))].join("&");
  if (location.search !== `?${query}`) history.replaceState(history.state, "", `?${query}${location.hash}`);
}
"""
_address = st.components.v2.component("replay_address", js=REPLACE_ADDRESS)


def address(requested: Mapping[str, str], address: Mapping[str, str]) -> None:
    """Puts the full address into the browser's bar while the one that was asked for stands there; draws nothing."""
    with st.container(key="address"):
        _address(key="address_written", data={"asked": list(requested.items()), "address": urlencode(address)})


_story = st.components.v2.component("replay_story", js=LOADER.replace("MOUNT", "mountStory"))


def story(addresses: dict[str, str], view: dict[str, Any], extent: str) -> None:
    """Sets what the map beside a story shows, and draws its legend."""
    _story(key="story", data={"assets": addresses, "view": view, "extent": extent})


_screen_report = st.components.v2.component("replay_screen_report", js=LOADER.replace("MOUNT", "mountScreenReport"))


def screen_report(addresses: dict[str, str], on_report: Callable[[], None]) -> Any:
    """Draws nothing; its result has `.report`: the view and the map's bounds as they are on the screen."""
    return _screen_report(key="screen_report", data={"assets": addresses}, on_report_change=on_report)


def timeline(
    addresses: dict[str, str], view: dict[str, Any], epoch: int, on_report: Callable[[], None], *, last_day: str
) -> Any:
    """The timeline; its result has `.report`, the view that the reader last let go at.

    Parameters
    ----------
    last_day : the record's own, also where only what could be known by an earlier day is on show.
    """
    data = {"assets": addresses, "view": view, "epoch": epoch, "lastDay": last_day}
    return _timeline(key="timeline", data=data, on_report_change=on_report)


def headline(addresses: dict[str, str], *, is_opening: bool) -> None:
    """The day and what holds on it in words, over the map, with Copy; who asked for no day is told what this is."""
    _headline(key="headline_drawn", data={"assets": addresses, "isOpening": is_opening})


def search(addresses: dict[str, str]) -> None:
    """The search box of the map, in the head of its page."""
    _search(key="search_drawn", data={"assets": addresses})


def panel(addresses: dict[str, str]) -> None:
    """What stands beside the map: drawn in the browser, so that it follows the handle."""
    _panel(key="panel", data={"assets": addresses})


def user_data(addresses: dict[str, str], packed: dict[str, str], on_report: Callable[[], None]) -> Any:
    """Hands the map what the reader added; draws nothing itself. Its result has `.report`: {"remove": token}.

    Mount it outside of every fragment: its data are large and must not be sent again at a step.
    """
    data = {"assets": addresses} | packed
    return _user_data(key="user_data", data=data, on_report_change=on_report)


def compared_maps(addresses: dict[str, str], view: dict[str, Any], on_report: Callable[[], None]) -> Any:
    """What two maps show, and their legends; its result has `.report`, what the reader chose on a map."""
    data = {"assets": addresses, "view": view}
    return _compared_maps(key="compared_maps", data=data, on_report_change=on_report)
