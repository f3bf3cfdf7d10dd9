r"""Formulas of TeX, as vision models write the signs of a form, to the signs: "$\pm$ 15 menit" is "± 15 menit".

Only what prints signs, numbers and plain words is a formula here; anything else stays as it stands.
"""

import re
from functools import cache

from extractors.data import table

POLA = r"\$[^$\n]{1,60}\$|\\\([^\n]{1,60}?\\\)|\\[A-Za-z]{2,20}(?![A-Za-z])"
"""Where a formula may stand, and a command without dollar signs."""
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_FRACTION = re.compile(r"\\d?frac\s*\{\s*(\d{1,2})\s*\}\s*\{\s*(\d{1,2})\s*\}")
_EMPTY_BOX = re.compile(r"\\(?:boxed|fbox|framebox)\s*\{\s*\}")
_BRACES = re.compile(r"[{}^_]|\\[ ,;:!]")
_BLANKS = re.compile(r"[\s~]+")
_PLAIN = re.compile(r"[\d\s.,:/()+\-%'–]+")
"""A formula without any command: figures alone. "$ 5 per lembar, $" is none."""


def printed(formula: str) -> str | None:
    """What a formula prints, None where it is none that stands in a form."""
    inner = formula.strip("$")
    if inner.startswith(r"\("):
        inner = inner[2:-2]
    if "\\" not in inner:
        return _blanks(inner) if _PLAIN.fullmatch(inner) else None
    inner = _EMPTY_BOX.sub(r"\\square", _FRACTION.sub(r"\1/\2", inner))
    known = [_signs().get(command[1]) for command in _COMMAND.finditer(inner)]
    if None in known or (formula[0] == "\\" and known == [""]):
        return None  # a path such as \text stays as it stands
    shown = _COMMAND.sub(lambda command: _signs()[command[1]] + " " * _parts_words(command), inner)
    shown = _BRACES.sub("", shown)
    return None if "\\" in shown else _blanks(shown)


def _parts_words(command: re.Match[str]) -> bool:
    """Whether blanks behind a sign are to be kept: they part it from the number that follows."""
    return command[0][-1].isspace()


def _blanks(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


@cache
def _signs() -> dict[str, str]:
    """Command -> what it prints; nothing for those that only dress what follows."""
    data = table("latex")
    return {**dict.fromkeys(data["isi"]["perintah"], ""), **data["tanda"]}
