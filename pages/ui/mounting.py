"""The script of a Streamlit component of ours: it mounts a view of the browser's code once and keeps it."""

from __future__ import annotations

from geo.browser.sheets import WEB


def script(body: str, *modules: str) -> str:
    """The script of a component.

    Parameters
    ----------
    body : what the component's function does; it may use `component` and `mountOnce`, and gives what that gives.
    modules : paths of modules under `geo/browser/web` whose text it needs, which import nothing.
    """
    texts = [(WEB / name).read_text("utf-8") for name in (*modules, "mounting/mounted.js")]
    return "\n".join([*texts, f"export default function (component) {{{body}}}"])
