"""Two scripts that share modules: each module once, in the first of the two that needs it."""

from __future__ import annotations

from geo.browser.assets import web_modules
from geo.browser.bundle import bundle_pair
from geo.browser.reader_files import READER, READER_ENTRIES

MODULES = {
    "shared.js": "export const shared = 1;\n",
    "core.js": 'import { shared } from "./shared.js";\n\nexport const core = shared;\n',
    "own.js": "export const own = 2;\n",
    "rest.js": 'import { own } from "./own.js";\nimport { shared } from "./shared.js";\nconsole.log(own, shared);\n',
}


def test_the_second_takes_from_the_first_what_both_need() -> None:
    core, rest = bundle_pair(MODULES, "core.js", "rest.js", "./core.js")
    assert core.index("const $shared =") < core.index("const $core =") and core.endswith("\nexport { $shared };\n")
    assert rest.startswith('import { $shared } from "./core.js";\n')
    assert "const $own =" in rest and "const $shared =" not in rest and "const $core =" not in rest


def test_the_readers_scripts_hold_no_module_twice() -> None:
    core, rest = bundle_pair(web_modules(), *READER_ENTRIES, address=f"./{READER}")
    for name in ("$store_store", "$reader_still_map", "$timeline_timeline"):
        assert f"const {name} =" in core and f"const {name} =" not in rest
    for name in ("$map_layered_map", "$panel_panel", "$search_index"):
        assert f"const {name} =" in rest and f"const {name} =" not in core
