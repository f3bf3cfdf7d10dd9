"""Where the list of steps stands in a line that holds a whole page, and what each of its steps says with a name before it."""

import re
from collections.abc import Iterator, Sequence

from extractors.lexicon.labels import heading, names_other_field, section_named
from extractors.lexicon.step_headings import COUNTED, LAIN, LANGKAH

ENTRY = re.compile(rf"(?:{COUNTED})?(?:1[.)]|a[.)]|[-•●])\s?(?=[A-Z(])")
"""How the first entry of a list begins."""
_WORD = re.compile(r"\S+")
_NAMED = re.compile(r"(?<=\S )(?=([A-Z][A-Za-z./]+(?: [A-Za-z/]+)?)\s?:\s)")
"""A name with a colon, that a value follows."""
_MARK = re.compile(r"(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]")
"""The mark of a section."""
_WORDS = 4
_FEWEST = 2
"""Times that such a name comes back where the steps have it."""


def list_heads(text: str) -> Iterator[tuple[int, int]]:
    """Where names of the steps stand right before the first entry of a list: "Prosedur : 1. Menerima …"."""
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if not ENTRY.match(text, word.start()):
            continue
        end = at - (at > 0 and words[at - 1].group() == ":")
        names = (low for low in range(max(end - _WORDS, 0), end) if _heads(text, words, low, end))
        if (low := next(names, None)) is not None:
            yield words[low].start(), word.start()


def _heads(text: str, words: Sequence[re.Match[str]], low: int, end: int) -> bool:
    name = text[words[low].start() : words[end - 1].end()]
    return words[low].group()[0].isupper() and section_named(name.rstrip(" :")) == LANGKAH


def section_heads(text: str) -> Iterator[tuple[int, int]]:
    """Where names of sections stand: in capitals, as forms print them ("UNIT TERKAIT"), or behind marks ("B. Ruang Lingkup")."""
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        marked = at > 0 and _MARK.fullmatch(words[at - 1].group()) is not None
        if not word.group()[0].isupper():
            continue
        for count in range(_WORDS, 0, -1):
            some = words[at : at + count]
            name = text[some[0].start() : some[-1].end()].rstrip(" :")
            kind = section_named(name) if len(some) == count else None
            if kind and (marked or (kind == LAIN and name.isupper())):
                yield words[at - marked].start(), some[-1].end()
                break


def other_fields(text: str) -> Iterator[int]:
    """Where fields begin that nobody asks for, and which end the value of the one before: "No. Revisi: 01"."""
    for match in _NAMED.finditer(text):
        if names_other_field(match[1]):
            yield match.start(1)


def told_cells(text: str) -> list[int]:
    """Where cells with their names before them begin, several of a kind: "Pelaksana : Kasir Waktu : 5 menit"."""
    found = [(heading(match[1]), match.start(1)) for match in _NAMED.finditer(text)]
    roles = [role for role, _ in found if role]
    often = {role for role in roles if roles.count(role) >= _FEWEST}
    return [at for role, at in found if role in often] if len(often) >= _FEWEST else []
