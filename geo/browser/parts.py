"""Scripts that share modules: what a page needs first, what follows, and what other pages take from both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.browser.bundle import IMPORT, alone, bare, in_order, path_from, variable, wrapped
from geo.browser.one_scope import in_one_scope, names_of

#: Where scripts that are no modules leave what the others take.
SHARED = "globalThis.conflictParts"


@dataclass(frozen=True)
class Part:
    """A script of the page: its modules in order, and the names that it takes, by the file and the module that has them."""

    modules: list[str]
    taken: dict[str, dict[str, list[str]]]

    def names_from(self, file: str) -> list[str]:
        """The names that it takes from a file."""
        return sorted({name for names in self.taken.get(file, {}).values() for name in names})


def bundle_parts(
    modules: Mapping[str, str], stages: Mapping[str, str], rest: Mapping[str, str], *, are_modules: bool = True
) -> dict[str, str]:
    """Scripts that run some entries; each takes what it shares with the stages before it from there.

    Parameters
    ----------
    modules : text of each module by its path, relative to one folder and with `/`.
    stages : the paths of the entries that come one after the other, each by the file that it is to be.
    rest : those of which each comes after all stages; all lie in one folder.
    are_modules : whether they are ES modules; else they run in any page, each stage before the next.

    Raises
    ------
    ValueError
        As `bundle`, and when modules of the stages export the same name.
    """
    parts = _parts(modules, stages, rest)
    scripts = {}
    known: list[str] = []
    for file, part in parts.items():
        given = sorted({name for other in parts.values() for name in other.names_from(file)})
        body = _staged(modules, part, known) if file in stages else _as_before(modules, part)
        script = "\n".join([*_taking(part, are_modules), body, *_giving(given, are_modules), ""])
        scripts[file] = script if are_modules else alone(script)
    return scripts


def _parts(modules: Mapping[str, str], stages: Mapping[str, str], rest: Mapping[str, str]) -> dict[str, Part]:
    home: dict[str, str] = {}
    parts: dict[str, Part] = {}
    for file, entry in (*stages.items(), *rest.items()):
        own = [name for name in in_order(modules, entry, [*home]) if name not in home]
        parts[file] = Part(own, _taken(modules, own, home))
        if file in stages:
            home |= dict.fromkeys(own, file)
    return parts


def _taken(modules: Mapping[str, str], own: list[str], home: Mapping[str, str]) -> dict[str, dict[str, list[str]]]:
    """What some modules import from those of other files."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in own:
        for line in IMPORT.finditer(modules[name]):
            if (path := path_from(name, line[2])) in home:
                names = found.setdefault(home[path], {}).setdefault(path, [])
                names += [one for one in _imported(line[1]) if one not in names]
    return found


def _imported(names: str) -> Iterable[str]:
    return (part.split(" as ")[0].strip() for part in names.split(",") if part.strip())


def _staged(modules: Mapping[str, str], part: Part, known: list[str]) -> str:
    """Modules in one scope; what they export is known to the stages that follow."""
    texts = {name: bare(name, modules[name]) for name in part.modules}
    body = in_one_scope(texts, known)
    known += [name for text in texts.values() for name in names_of(text, is_exported=True)]
    return body


def _as_before(modules: Mapping[str, str], part: Part) -> str:
    """Modules that are functions, and what they take from others as if that were one too."""
    taken = [(path, names) for by_module in part.taken.values() for path, names in by_module.items()]
    spaces = [f"const {variable(path)} = {{ {', '.join(names)} }};" for path, names in taken]
    return "\n".join([*spaces, *(wrapped(name, modules[name]) for name in part.modules)])


def _taking(part: Part, are_modules: bool) -> list[str]:
    froms = [(file, ", ".join(part.names_from(file))) for file in part.taken]
    if are_modules:
        return [f'import {{ {names} }} from "./{file}";' for file, names in froms]
    return [f"const {{ {names} }} = {SHARED};" for _file, names in froms]


def _giving(names: list[str], are_modules: bool) -> list[str]:
    given = f"{{ {', '.join(names)} }}"
    if not names:
        return []
    return [f"export {given};" if are_modules else f"Object.assign(({SHARED} ??= {{}}), {given});"]
