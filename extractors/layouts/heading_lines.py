"""The heading of a procedure printed line by line, above rows without cells."""

from collections.abc import Sequence

from extractors.data import table
from extractors.labels import fold, heading
from extractors.layouts.columns import AKTOR, GROUPS, Column
from extractors.pages import Line
from extractors.spans import Span, join

_LONGEST = 45
_LONGEST_WORDS = 6
_FAR = 60
_OPEN = frozenset(("dan", "&", "/", "atau"))


def read_heading_lines(lines: Sequence[Line], first_row: int) -> tuple[list[Column], int]:
    """The columns named above the first row, and the line with which the heading begins.

    Goes up from the first row over short lines to the line that names the number or the
    step column; without one there is no heading, and the columns stay unnamed.
    """
    uraian: int | None = None
    top = first_row
    for at in range(first_row - 1, max(first_row - _FAR, -1), -1):
        text = lines[at].span.text
        if not text:
            continue
        roles = _roles(text)
        if uraian is not None:
            if "no" in roles:
                top = at
            break
        if "uraian" in roles:
            uraian = top = at
            if "no" in roles:
                break
        elif not roles and (len(text) > _LONGEST or text[-1] in ".;:"):
            break
    if uraian is None:
        return [], first_row
    return _columns(lines[top:first_row]), top


def _roles(text: str) -> set[str]:
    """The columns that a line names: one, or several in a row ("No Kegiatan Pelaksana Mutu Baku Ket")."""
    whole = heading(text)
    if whole:
        return {whole}
    roles, words = set(), text.split()
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            role = heading(" ".join(words[at : at + length]))
            if role:
                roles.add(role)
                at += length - 1
                break
        at += 1
    return roles if len(roles) > 1 else set()


def _columns(lines: Sequence[Line]) -> list[Column]:
    columns: list[Column] = []
    actor: list[Span] = []
    seen: set[str] = set()

    def close() -> None:
        if actor:
            columns.append(Column(AKTOR, join(actor, "\n")))
            actor.clear()

    at = 0
    while at < len(lines):
        text = lines[at].span.text
        if not text:
            close()
            at += 1
            continue
        count, roles = _named(lines, at)
        if roles:
            close()
            seen |= roles
            name = join((line.span for line in lines[at : at + count]), "\n")
            columns.extend(Column(role, name) for role in sorted(roles) if role not in GROUPS)
        elif "uraian" in seen and len(text.split()) <= _LONGEST_WORDS and not text.replace(" ", "").isdigit():
            if actor and _begins_actor(text, join(actor).text):
                close()
            actor.append(lines[at].span)
        at += count
    close()
    return columns


def _named(lines: Sequence[Line], at: int) -> tuple[int, set[str]]:
    """How many lines from here on name columns together ("Kelengkapan dan" "Peralatan"), and which."""
    for count in (3, 2):
        texts = [line.span.text for line in lines[at : at + count]]
        role = heading(" ".join(texts)) if len(texts) == count and all(texts) else None
        if role and role not in ("no", *GROUPS):
            return count, {role}
    return 1, _roles(lines[at].span.text)


def _begins_actor(text: str, before: str) -> bool:
    """Whether a line names another actor than the line before it began."""
    first, last = fold(text.split()[0]), before.split()[-1].casefold()
    return (
        first in table("aktor")["awal"] and last not in ("dan", "&", "/") and not before.endswith(("/", ","))
    )
