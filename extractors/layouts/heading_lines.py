"""The heading of a procedure printed line by line, above rows without cells."""

import re
from collections.abc import Iterator, Sequence

from extractors.layouts.broken_names import joined_names
from extractors.lexicon.actors import begins_actor, is_actor, split_actors
from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Line
from extractors.spans import Span, join
from extractors.tables.columns import AKTOR, Column

_LONGEST = 45
_LONGEST_LINE = 200
_HINT = re.compile(
    r"uraian|kegiatan|aktivitas|aktifitas|prosedur|pelaksana|mutu|kelengkapan|syarat|waktu|output|keluaran|\bket\b|keterangan",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"[^\w\s.,/&()'’\-]|\d")
"""What no actor's name has in it."""
_BESIDE = re.compile(r"(?:per)?syarat|kelengk|keluaran|output|mutu baku", re.IGNORECASE)
"""Pieces of headings to the right of the actors'."""
_HEAD_LINES = 4
"""Lines of a heading whose last two name the actors."""
_LETTERS = re.compile(r"[A-Za-z]+")
_LONGEST_WORDS = 6
_NAME_WORDS = 5
_FAR = 60
_BEHIND_ACTORS = ("kelengkapan", "waktu", "output")
"""The columns that stand to the right of the actors' ones."""
_WORD = re.compile(r"\S+")


def read_heading_lines(
    lines: Sequence[Line], first_row: int, unbroken: bool = False
) -> tuple[list[Column], int]:
    """The columns named above the first row, and the line with which the heading begins.

    Goes up from the first row over short lines to the line that names the number or the
    step column; without one there is no heading, and the columns stay unnamed.

    Args:
        lines: of the text.
        first_row: the line with which the first step begins.
        unbroken: whether each line is the whole name of a column.
    """
    uraian: int | None = None
    top = first_row
    for at in range(first_row - 1, max(first_row - _FAR, -1), -1):
        text = lines[at].span.text
        if not text:
            continue
        roles = roles_in(text)
        if uraian is not None:
            if "no" in roles:
                top = at
            break
        if "uraian" in roles:
            uraian = top = at
            if "no" in roles:
                break
        elif not roles and (
            text[-1] in ".;:" or (len(text) > _LONGEST and not names_in_a_row(lines[at].span))
        ):
            break
    if uraian is None:
        return [], first_row
    return _columns(lines[top:first_row], unbroken), top


def roles_in(text: str) -> set[str]:
    """The columns that a line names: one, or several in a row ("No Kegiatan Pelaksana Mutu Baku Ket")."""
    whole = heading(text)
    if whole:
        return {whole}
    if len(text) > _LONGEST_LINE or not may_name_columns(text):
        return set()
    roles = {role for role, _, _ in _phrases(text.split()) if role}
    return roles if len(roles) > 1 else set()


def may_name_columns(text: str) -> bool:
    """Whether a line holds a word that headings are made of; a cheap test before dearer ones."""
    return _HINT.search(text) is not None


def _phrases(words: Sequence[str]) -> Iterator[tuple[str | None, int, int]]:
    """Known headings among the words, and the single words between them: (role, first word, end)."""
    at = 0
    while at < len(words):
        role, length = next(
            ((role, n) for n in (3, 2, 1) if (role := heading(" ".join(words[at : at + n])))), (None, 1)
        )
        yield role, at, at + length
        at += length


def _columns(lines: Sequence[Line], unbroken: bool) -> list[Column]:
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
        if roles == {"pelaksana"} and actor and not begins_actor(join(actor).text, text.split()[0]):
            roles = set()  # "PPID" above "Pelaksana" is one actor
        if roles:
            close()
            name = join((line.span for line in lines[at : at + count]), "\n")
            columns.extend(
                _in_a_row(name, "uraian" in seen) if len(roles) > 1 else [Column(next(iter(roles)), name)]
            )
            seen |= roles
        elif "uraian" in seen and _may_be_actors(lines[at].span):
            if actor and (unbroken or begins_actor(join(actor).text, text.split()[0])):
                close()
            words, behind = heading_behind(_words(lines[at].span))
            names = [] if actor or unbroken else split_actors(words)
            if (len(names) > 1 or behind) and names and is_actor(text.split()[0]):
                columns.extend(Column(AKTOR, name) for name in names)
                columns.extend(behind)
            else:
                actor.append(lines[at].span)
        at += count
    close()
    columns = _with_names(columns, _in_two_lines(lines))
    return [column for column in columns if column.role not in GROUPS and _is_readable(column)]


def _with_names(columns: list[Column], names: Sequence[Span]) -> list[Column]:
    """The columns with those of the actors behind that of the step, where their names are known otherwise."""
    if not names:
        return columns
    others = [column for column in columns if column.role != AKTOR]
    behind = next((at for at, column in enumerate(others) if column.role == "uraian"), 0) + 1
    return [*others[:behind], *(Column(AKTOR, name) for name in names), *others[behind:]]


def _in_two_lines(lines: Sequence[Line]) -> list[Span]:
    """The names in the last two lines of a heading, the upper of which may name the step before them."""
    written = [line.span for line in lines if line.span]
    if len(written) < len(lines) or not 1 < len(written) <= _HEAD_LINES:
        return []
    words = [_beside_names(_words(span)) for span in written[-2:]]
    upper, lower = (part for part, _ in words)
    while lower and words[0][1] and lower[-1].text.islower():
        lower = lower[:-1]  # the rest of a heading to the right that is broken, too
    return joined_names(upper, lower)


def _beside_names(words: Sequence[Span]) -> tuple[list[Span], bool]:
    """The words of a line without the headings before and behind the actors' names, and whether there are some behind."""
    texts = [word.text for word in words]
    named = [(start, end) for role, start, end in _phrases(texts) if role]
    low = max(
        (end for start, end in named if heading(" ".join(texts[start:end])) in ("no", "uraian")), default=0
    )
    high = min(
        (at for at in range(low, len(texts)) if _BESIDE.search(texts[at]) or any(a == at for a, _ in named)),
        default=len(texts),
    )
    return [word for word in words[low:high] if any(map(str.isalpha, word.text))], high < len(texts)


def _is_readable(column: Column) -> bool:
    """Whether the name of an actor is one: no figures, signs or lone letters, no piece of another heading between them."""
    if column.role != AKTOR:
        return True
    text = column.heading.text
    words = _LETTERS.findall(text)
    return (
        not _UNNAMED.search(text)
        and not _BESIDE.search(text)
        and any(len(word) > 1 for word in words)
        and all(len(word) > 1 or word.isupper() for word in words)
    )


def _may_be_actors(line: Span) -> bool:
    """Whether a line among the headings may be an actor's name or a part of it, or several."""
    text = line.text
    return not text.replace(" ", "").isdigit() and (
        len(text.split()) <= _LONGEST_WORDS or bool(names_in_a_row(line))
    )


def names_in_a_row(line: Span) -> list[Span]:
    """The names that a line holds one behind the other: "Pemohon Operator Kasi Pelayanan Camat"; none where it holds one."""
    words, behind = heading_behind(_words(line))
    names = split_actors(words)
    told = (len(names) > 1 or behind) and all(is_actor(name.text.split()[0]) for name in names)
    return names if told and all(len(name.text.split()) <= _NAME_WORDS for name in names) else []


def heading_behind(words: list[Span]) -> tuple[list[Span], list[Column]]:
    """The words of a line of names without the heading that it ends with, and that one: "Kabid Kasi JFU Kelengkapan"."""
    for count in (2, 1):
        role = heading(" ".join(word.text for word in words[-count:])) if len(words) > count else None
        if role in _BEHIND_ACTORS:
            return words[:-count], [Column(role, join(words[-count:]))]
    return words, []


def _in_a_row(line: Span, behind_step: bool) -> Iterator[Column]:
    """The columns that one line names in a row; words between the step and the first mutu baku column are actors."""
    words = _words(line)
    names: list[Span] = []
    actors = behind_step
    for role, start, end in _phrases([word.text for word in words]):
        if role is None:
            names.extend(words[start:end] if actors else [])
            continue
        if role not in GROUPS or not names:
            yield from (Column(AKTOR, name) for name in split_actors(names))
            names = []
        else:
            names.extend(words[start:end])
            continue
        actors = role in ("uraian", "pelaksana") or (actors and role == "no")
        yield Column(role, join(words[start:end]))
    yield from (Column(AKTOR, name) for name in split_actors(names))


def _words(line: Span) -> list[Span]:
    return [line.cut(match.start(), match.end()) for match in _WORD.finditer(line.text)]


def _named(lines: Sequence[Line], at: int) -> tuple[int, set[str]]:
    """How many lines from here on name columns together ("Kelengkapan dan" "Peralatan"), and which."""
    for count in (3, 2):
        texts = [line.span.text for line in lines[at : at + count]]
        role = heading(" ".join(texts)) if len(texts) == count and all(texts) else None
        if role and role not in ("no", *GROUPS):
            return count, {role}
    return 1, roles_in(lines[at].span.text)
