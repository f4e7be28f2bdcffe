"""Modules of a script in one scope, as far as their names allow: what each would hand to another needs no words.

A module whose own names others have too stays in a function of its own, that gives what it exports.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

#: What begins at the head of a line of a module is a name of the whole module: all modules are formatted.
DECLARED = re.compile(
    r"^(export )?(?:async function\*?|function\*?|class|const|let) +(\w+|\{[^}]*\}|\[[^\]]*\])", re.MULTILINE
)
#: The name that a part of a destructuring gives.
GIVEN = re.compile(r"(?:\w+\s*:\s*)?(\w+)")


def in_one_scope(bodies: Mapping[str, str], taken: Iterable[str]) -> str:
    """The modules of a script one after the other, each before those that need it.

    Parameters
    ----------
    bodies : the text of each module without its imports, by its name; what it imports has its own name there.
    taken : the names that the script has from others.

    Raises
    ------
    ValueError
        When two of them export the same name, or one that the script has from others.
    """
    exported = {name: names_of(text, is_exported=True) for name, text in bodies.items()}
    own = {name: names_of(text, is_exported=False) for name, text in bodies.items()}
    shared = Counter([*taken, *(one for names in exported.values() for one in names)])
    if twice := sorted(name for name, count in shared.items() if count > 1):
        raise ValueError(f"more than one module of a script exports {', '.join(twice)}")
    known = shared + Counter(one for names in own.values() for one in names)
    return "\n".join(
        _plain(text) if all(known[one] == 1 for one in own[name]) else _apart(text, exported[name])
        for name, text in bodies.items()
    )


def names_of(text: str, *, is_exported: bool) -> list[str]:
    """The names that a module declares: those that it exports, or its own."""
    declared = [found[2] for found in DECLARED.finditer(text) if bool(found[1]) == is_exported]
    return [name for one in declared for name in (GIVEN.findall(one) if one[0] in "{[" else [one])]


def _plain(text: str) -> str:
    return re.sub(r"^export ", "", text, flags=re.MULTILINE)


def _apart(text: str, exported: list[str]) -> str:
    given = f"{{ {', '.join(exported)} }}"
    return f"const {given} = (() => {{\n{_plain(text)}\nreturn {given};\n}})();"
