"""Scripts that share modules: what comes first, the others take from it."""

from __future__ import annotations

import pytest

from geo.browser.assets import web_modules
from geo.browser.parts import bundle_parts
from geo.browser.reader_files import READER, READER_REST, READER_STAGES

MODULES = {
    "shared.js": "export const shared = 1;\nconst own = 3;\n",
    "core.js": 'import { shared } from "./shared.js";\n\nexport const core = shared;\n',
    "own.js": "export const own = 2;\n",
    "next.js": 'import { shared } from "./shared.js";\n\nexport const next = shared;\n',
    "rest.js": 'import { next } from "./next.js";\nimport { own } from "./own.js";\nimport { shared as one } from "./shared.js";\n'
    "console.log(own, one, next);\n",
}
STAGES = {"core.js": "core.js", "next.js": "next.js"}


def test_each_takes_from_those_before_it_what_both_need() -> None:
    core, following, rest = bundle_parts(MODULES, STAGES, {"rest.js": "rest.js"}).values()
    assert core.index("const shared =") < core.index("const core =") and core.endswith("\nexport { shared };\n")
    assert following.startswith('import { shared } from "./core.js";\n') and following.endswith("\nexport { next };\n")
    assert 'import { next } from "./next.js";\n' in rest and 'import { shared } from "./core.js";\n' in rest
    assert "const $own =" in rest and "const $shared = { shared };" in rest and "const core =" not in rest


def test_without_modules_the_next_finds_it_in_the_page() -> None:
    parts = bundle_parts(MODULES, STAGES, {"rest.js": "rest.js"}, are_modules=False)
    core, _, rest = parts.values()
    assert list(parts) == ["core.js", "next.js", "rest.js"]
    assert "Object.assign((globalThis.conflictParts ??= {}), { shared });" in core
    assert "const { shared } = globalThis.conflictParts;" in rest and "const shared =" not in rest
    for script in parts.values():
        assert script.startswith('"use strict";\n(() => {\n') and script.endswith("\n})();\n")
        assert "import " not in script and "export " not in script


def test_a_module_whose_own_names_others_have_stays_apart() -> None:
    modules = {
        "a.js": "const told = 1;\nexport const a = told;\n",
        "b.js": 'import { a } from "./a.js";\nconst told = 2;\nconst { left, right: other } = a;\nexport const b = a + told;\n',
        "c.js": 'import { b } from "./b.js";\nconst other = b;\n',
    }
    (script,) = bundle_parts(modules, {"c.js": "c.js"}, {}).values()
    assert "const { a } = (() => {\nconst told = 1;\nconst a = told;" in script
    assert script.count("(() => {") == 3 and "export" not in script


def test_two_names_for_one_thing_are_refused() -> None:
    twice = {"a.js": "export const one = 1;\n", "b.js": 'import { one } from "./a.js";\nexport const one = 2;\n'}
    with pytest.raises(ValueError, match="exports one"):
        bundle_parts(twice, {"b.js": "b.js"}, {})
    renamed = {"a.js": "export const one = 1;\n", "b.js": 'import { one as other } from "./a.js";\nother;\n'}
    with pytest.raises(ValueError, match="takes another name"):
        bundle_parts(renamed, {"b.js": "b.js"}, {})


def test_the_readers_scripts_hold_no_module_twice() -> None:
    parts = bundle_parts(web_modules(), READER_STAGES, READER_REST)
    core, following, rest = parts[READER], parts["reader-next.js"], parts["reader-rest.js"]
    where = {"class Store ": core, "class StillMap ": core, "class Timeline ": following, "class Player ": following}
    for declared, script in (where | {"class LayeredMap ": rest, "class SearchIndex ": rest}).items():
        assert [one for one in (core, following, rest) if declared in one] == [script], declared
    for name in READER_REST:
        assert "class Store " not in parts[name] and parts[name].startswith("import { ")
