"""The bundler: our style of module and nothing else."""

import pytest

from geo.browser.bundles.bundle import bundle, bundle_module, for_json_element, for_script_element

MODULES = {
    "a.js": 'import { b, c as other } from "./b.js";\n\nexport const a = () => b(other);\nconsole.log(a());\n',
    "b.js": "export function b(x) {\n  return x + 1;\n}\nexport const c = 2;\nexport class D {}\n",
}


def test_modules_come_before_those_that_need_them():
    script = bundle(MODULES, "a.js")
    assert script.index("const $b =") < script.index("const $a =")
    assert "const { b, c: other } = $b;" in script
    assert "return { b, c, D };" in script and "import" not in script and "export" not in script
    assert script.startswith('"use strict";')


def test_a_module_exports_its_entries_and_holds_each_module_once():
    script = bundle_module(
        {**MODULES, "d.js": 'import { b } from "./b.js";\nexport const d = b(1);\n'}, {"a": "a.js", "d": "d.js"}
    )
    assert script.count("const $b =") == 1
    assert script.endswith("\nexport const a = $a.a;\nexport const d = $d.d;\n")
    with pytest.raises(ValueError, match=r"b\.js does not export a"):
        bundle_module(MODULES, {"a": "b.js"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('import x from "./b.js";', "form of import"),
        ('import * as x from "./b.js";', "form of import"),
        ('export { x } from "./b.js";', "form of import or export"),
        ("export default 1;", "form of import or export"),
        ('const x = await import("./b.js");', "form of import"),
        ('import { b } from "./c.js";', "c.js, which is not there"),
        ('import { a } from "./a.js";', "in a circle"),
    ],
)
def test_other_forms_are_refused(text, message):
    with pytest.raises(ValueError, match=message):
        bundle({**MODULES, "a.js": text}, "a.js")


def test_comments_may_speak_of_imports():
    bundle({"a.js": "/** export is\n   import x from y */\n// import z\nexport const a = 1;\n"}, "a.js")


def test_nothing_ends_its_element():
    assert "</script" not in for_script_element('x = "</script>"; y = "</SCRIPT>"; // <!--').lower()
    text = for_json_element('{"a":"</script><!--\u2028\u2029"}')
    assert "<" not in text and "\u2028" not in text and "\u2029" not in text
