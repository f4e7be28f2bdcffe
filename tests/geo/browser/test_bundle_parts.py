"""Scripts that share modules: what the first has, the others take from it."""

from __future__ import annotations

from geo.browser.assets import web_modules
from geo.browser.bundle import bundle_parts
from geo.browser.reader_files import READER, READER_CORE, READER_REST

MODULES = {
    "shared.js": "export const shared = 1;\n",
    "core.js": 'import { shared } from "./shared.js";\n\nexport const core = shared;\n',
    "own.js": "export const own = 2;\n",
    "rest.js": 'import { own } from "./own.js";\nimport { shared } from "./shared.js";\nconsole.log(own, shared);\n',
}


def test_the_second_takes_from_the_first_what_both_need() -> None:
    core, rest = bundle_parts(MODULES, "core.js", {"rest.js": "rest.js"}, "core.js").values()
    assert core.index("const $shared =") < core.index("const $core =") and core.endswith("\nexport { $shared };\n")
    assert rest.startswith('import { $shared } from "./core.js";\n')
    assert "const $own =" in rest and "const $shared =" not in rest and "const $core =" not in rest


def test_without_modules_the_second_finds_it_in_the_page() -> None:
    parts = bundle_parts(MODULES, "core.js", {"rest.js": "rest.js"}, "core.js", are_modules=False)
    core, rest = parts.values()
    assert list(parts) == ["core.js", "rest.js"] and "globalThis.conflictParts = { $shared };" in core
    assert "const { $shared } = globalThis.conflictParts;" in rest and "const $shared =" not in rest
    for script in (core, rest):
        assert script.startswith('"use strict";\n(() => {\n') and script.endswith("\n})();\n")
        assert "import " not in script and "export " not in script


def test_the_readers_scripts_hold_no_module_twice() -> None:
    parts = bundle_parts(web_modules(), READER_CORE, READER_REST, READER)
    core, rest = parts[READER], parts["reader-rest.js"]
    for name in ("$store_store", "$reader_still_map", "$timeline_timeline"):
        assert f"const {name} =" in core and f"const {name} =" not in rest
    for name in ("$map_layered_map", "$panel_panel", "$search_index"):
        assert f"const {name} =" in rest and f"const {name} =" not in core
    for name in READER_REST:
        assert "const $store_store =" not in parts[name] and parts[name].startswith("import { ")
