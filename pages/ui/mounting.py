"""The script of a Streamlit component of ours: it mounts a view of the browser's code once and keeps it."""

from __future__ import annotations

from geo.browser.assets import web_modules
from geo.browser.bundles.bundle import bundle_module
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


def bundled_script(body: str, **entries: str) -> str:
    """The same for modules that import others.

    Parameters
    ----------
    entries : the module under `geo/browser/web` that each name, which `body` uses, is taken from.
    """
    bundled = bundle_module(web_modules(), {**entries, "mountOnce": "mounting/mounted.js"})
    return f"{bundled}\nexport default function (component) {{{body}}}"
