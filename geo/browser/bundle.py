"""Plain ES modules put into one script, so that a page needs no other file: a bundler for our own style of module.

It knows what `geo/browser/web/` uses and nothing more: named imports by relative path at the head of a
line, and `export` before a function, class or constant. Anything else is refused by name and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from posixpath import dirname, join, normpath

from rjsmin import jsmin

IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"(\.{1,2}/[\w./-]+\.js)";[^\S\n]*(?://[^\n]*)?$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function\*?|function\*?|class|const|let) +(\w+))", re.MULTILINE)
LEFT_OVER = re.compile(r"^\s*(?:import|export)\b[^\n(]*|\bimport\s*\(", re.MULTILINE)


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """One script that runs the module `entry` with all that it imports.

    Parameters
    ----------
    modules : text of each module by its path, relative to one folder and with `/`.

    Raises
    ------
    ValueError
        When a module is missing, imports go in a circle, or a line is not of the forms above.
    """
    order = _in_order(modules, entry, (), [])
    return alone(_all_wrapped(modules, order))


def bundle_module(modules: Mapping[str, str], entries: Mapping[str, str]) -> str:
    """One ES module that exports a name of each of its entries, so that a browser asks once for all of them.

    Parameters
    ----------
    modules : text of each module by its path, relative to one folder and with `/`.
    entries : the path of a module by the name that it exports.

    Raises
    ------
    ValueError
        As `bundle`, and when a module does not export the name.
    """
    order: list[str] = []
    for name, entry in entries.items():
        _in_order(modules, entry, (), order)
        if name not in EXPORT.findall(modules[entry]):
            raise ValueError(f"{entry} does not export {name}")
    exports = [f"export const {name} = {variable(entry)}.{name};" for name, entry in entries.items()]
    return "\n".join([_all_wrapped(modules, order), *exports, ""])


def alone(script: str) -> str:
    """A script that leaves no name of its own in the page."""
    return f'"use strict";\n(() => {{\n{script}\n}})();\n'


def modules_of(modules: Mapping[str, str], entry: str) -> list[str]:
    """The paths of the modules that an entry needs, itself the last.

    Raises
    ------
    ValueError
        As `bundle`.
    """
    return in_order(modules, entry, [])


def in_order(modules: Mapping[str, str], entry: str, done: list[str]) -> list[str]:
    """The same after some that are there already.

    Raises
    ------
    ValueError
        As `bundle`.
    """
    return _in_order(modules, entry, (), done)


def minified(script: str) -> str:
    """The same script without comments and indentation; names stay, so that an error says where it is.

    `tests/web/minified.test.js` parses both and compares: rjsmin does not know a template inside a template.
    """
    return str(jsmin(script))


def for_script_element(script: str) -> str:
    """A script that can't end the element it stands in."""
    return re.sub(r"</(?=script)", r"<\\/", script, flags=re.IGNORECASE).replace("<!--", r"<\!--")


def for_json_element(text: str) -> str:
    """JSON that can't end the element it stands in, nor break a line of a script."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _all_wrapped(modules: Mapping[str, str], order: list[str]) -> str:
    return "\n".join(wrapped(name, modules[name]) for name in order)


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...], done: list[str]) -> list[str]:
    """The modules that `name` needs, each before those that import it."""
    if name in above:
        raise ValueError(f"imports go in a circle: {' → '.join((*above, name))}")
    if name not in modules:
        raise ValueError(f"{above[-1] if above else 'the page'} imports {name}, which is not there")
    if name not in done:
        for found in IMPORT.finditer(modules[name]):
            _in_order(modules, path_from(name, found[2]), (*above, name), done)
        done.append(name)
    return done


def bare(name: str, text: str) -> str:
    """A module without its imports, whose names stay what they are.

    Raises
    ------
    ValueError
        When a line is of a form that the bundler does not know, or an import takes another name.
    """
    if found := next((one for one in IMPORT.finditer(text) if " as " in one[1]), None):
        raise ValueError(f"{name}: {found[0]!r} takes another name")
    body = IMPORT.sub("", text)
    _check(name, EXPORT.sub("", body))
    return body


def wrapped(name: str, text: str) -> str:
    """A module as a function that gives its exports.

    Raises
    ------
    ValueError
        When a line is of a form that the bundler does not know.
    """
    names = [found[1] for found in EXPORT.finditer(text)]
    body = EXPORT.sub("", IMPORT.sub(partial(_destructured, name), text))
    _check(name, body)
    return f"const {variable(name)} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def _check(name: str, body: str) -> None:
    if left := LEFT_OVER.search(_without_comments(body)):
        raise ValueError(f"{name}: {left[0].strip()!r} is a form of import or export that the bundler does not know")


def path_from(importer: str, address: str) -> str:
    """The path of the module that `importer` names as `./x.js` or `../folder/x.js`."""
    return normpath(join(dirname(importer), address))


def _destructured(importer: str, found: re.Match[str]) -> str:
    """`import { a, b as c } from "./x.js"` as a look-up in what x gave."""
    names = [part.strip().split(" as ") for part in found[1].split(",") if part.strip()]
    inner = ", ".join(": ".join(name.strip() for name in pair) for pair in names)
    return f"const {{ {inner} }} = {variable(path_from(importer, found[2]))};"


def variable(name: str) -> str:
    """The name of what a module gives."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", text, flags=re.DOTALL | re.MULTILINE)
