"""Which lines name the columns of a procedure whose cells a dump put down in any order."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extractors.layouts.heading_lines import roles_in
from extractors.layouts.loose.words import VERBAL, known, verb_likeness
from extractors.lexicon.labels import heading
from extractors.pages import Line

_ITEM = re.compile(r"\W?(?:\d{1,2}|[a-h])[.)]\s")
_LONGEST_HEADING = 24
_NEAR = 5
"""Lines within which headings stand together."""


def heading_lines(lines: Sequence[Line], start: int, end: int) -> set[int]:
    """The lines that name columns: several near each other, or what can name nothing else."""
    written = [at for at in range(start, end) if lines[at].span]
    alone = {at for at in written if names_columns(lines[at].span.text)}
    near = {
        at
        for n, at in enumerate(written)
        if heading(lines[at].span.text)
        and not _goes_on(lines, at)
        and alone.intersection(written[max(n - _NEAR, 0) : n + _NEAR + 1])
    }
    return near | alone | set(_broken_headings(lines, written))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line is the rest of one."""
    return at + 1 < len(lines) and lines[at + 1].span.text[:1].islower()


def _broken_headings(lines: Sequence[Line], written: Sequence[int]) -> Iterator[int]:
    """The lines of headings that narrow columns break: "KELENGKAPA" over "N"."""
    for at, below in pairwise(written):
        text = lines[at].span.text + lines[below].span.text
        if below == at + 1 and len(text) < _LONGEST_HEADING and names_columns(text):
            yield from (at, below)


@lru_cache(maxsize=2048)
def names_columns(text: str) -> bool:
    """Whether a text can be nothing but a heading, or several."""
    if heading(text):
        return text.casefold().strip(" .:") not in known("juga_isi")
    opens = not text[:1].islower() and not _ITEM.match(text) and verb_likeness(text) <= VERBAL
    return opens and len(roles_in(text)) > 1
