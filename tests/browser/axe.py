"""What axe-core finds on a page and in its frames: WCAG 2.2 A and AA and best practice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
#: What is excused, by rule: the elements, and why.
EXCUSED = {
    # Streamlit's own (https://github.com/streamlit/streamlit/issues): its uploader is a section with a role of its own.
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",
    # WCAG 2.5.8, 'equivalent': every small map stands beside a table whose links do the same.
    "target-size": "a.area",
}
RUN = """async ([tags, excused]) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const element = (target) => target.flat().reduce((root, part) => {
    const one = (root.contentDocument ?? root.shadowRoot ?? root).querySelector(part); return one ?? root; }, document);
  return found.violations.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => !(excused[id] && element(target).matches?.(excused[id])))
    .map(({ target, any, all, none, html }) =>
      [id, target.flat(3).join(" > "), html.slice(0, 120), (any[0] ?? all[0] ?? none[0])?.message ?? ""].join(" | ")));
}"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _script() -> str:
    return SCRIPT.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What breaks a rule, each as: rule, where, markup, why."""
    for frame in page.frames:
        frame.evaluate(f"if (!window.axe) {{ {_script()} }}")
    found: list[str] = page.evaluate(RUN, [TAGS, EXCUSED])
    return found
