"""What speaks for a text to begin an entry of a box, to go on with one, or to be of none.

All that depends on the text alone is found once, as ``Facts``; what was read of a box before is a ``Reading``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extractors.layouts.box_evidence import Evidence, evidence, going_on
from extractors.lexicon.open_ends import cannot_end, is_open, names_another
from extractors.lexicon.signs import CITATION, is_full_address, is_office, is_person, is_rank, is_unit
from extractors.lexicon.verbs import is_verb
from extractors.lists.items import is_bare, number_of
from extractors.raw import KOTAK

_CLOSED = re.compile(r"[.;:]$")
_IDENTITY = re.compile(r"\s*:|\W*N\s?[Il1]\s?P\b|[\W\d]*$", re.IGNORECASE)
_WORDED = re.compile(r"[A-Za-z]{4}")
_STRAY = re.compile(r"[\W_]*(?:\d{1,2}|\w)?[\W_]*")
"""What says nothing: a sign, a figure or a letter alone."""
_NUMBERED = re.compile(r"\W*(?:\d{1,2}[.)]?\s*)?")
_QUALIFIED = KOTAK.index("kualifikasi_pelaksana")
OPEN = ("buka", "kurang")
"""How a text ends that goes on."""
_NEEDED = 2.0
"""What speaks for a text to go on with an entry that cannot end as it does."""
_WANTED, _RIGHT_BELOW = 0.9, 0.8
"""The same of one whose sentence is open, and what more a small letter right below a line of two boxes says then."""
_ANOTHER = 0.8
"""What it costs that the next citation goes on with one that is whole."""
_NARROW, _FULL, _TOO_WIDE = 24, 0.8, 1.25
_OTHER_STOP, _NO_STOP = 0.5, 0.3
_NEAR, _PER_ROW, _LONG_AGO = 8, 0.2, 2.5
"""Rows within which a box goes on below lines of others, what each more costs, and all of them at most."""
_PAST_LABEL = 1.0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says by itself.

    Attributes:
        begins: for each box how well an entry may begin so.
        follows: for each box how well an entry may go on so.
        outside: what it costs that it is of no box.
        mark: kind and number of the mark that it begins with; the kind is empty without one.
        kapital: whether it begins with a capital; ``kecil`` with a small letter.
        besar: whether it is all in capitals.
        kata: letters of its first word; ``lebar`` of all.
        akhir: "kurang" where no entry can end so, "buka" where its sentence is open, "tutup" where it has ended, else empty.
        nilai: whether it looks like the name of something: words, not a date or number; ``isi`` whether
            it stands behind a colon, ``kosong`` whether it is a mark and nothing else.
        kutipan: whether it cites a regulation with its number from its first word on.
        mula: its first word.
    """

    begins: Evidence
    follows: Evidence
    outside: float
    mark: tuple[str, int]
    kapital: bool
    kecil: bool
    besar: bool
    kata: int
    lebar: int
    akhir: str
    nilai: bool
    isi: bool
    kosong: bool
    kutipan: bool = False
    mula: str = ""


class Reading(NamedTuple):
    """What of a box was read: kind and number of its last mark, its last line and its row, its longest and how many there are.

    ``stop`` is how its first entry ended, known from the second on: "." or ";" or, without either, "-"; ``mula`` the
    word that its last entry begins with.
    """

    kind: str
    nomor: int
    last: str
    widest: int
    row: int
    baris: int = 1
    stop: str = ""
    mula: str = ""


def stop_of(text: str) -> str:
    """How a text ends; what engines read of a semicolon counts as one."""
    return "." if text[-1:] == "." else ";" if text[-1:] in ";:," else "-"


@lru_cache(maxsize=4096)
def facts(text: str) -> Facts:
    """What a text says by itself."""
    step = -1.0 if _is_step(text) else 0.0
    upper = -0.8 if text.isupper() else 0.0
    follows = tuple(
        score + 0.8 * step * text[:1].isupper() * (box != _QUALIFIED)
        for box, score in enumerate(going_on(text))
    )
    begins = tuple(score + upper + step * (box != _QUALIFIED) for box, score in enumerate(evidence(text)))
    named = bool(_WORDED.search(text)) and not (_IDENTITY.match(text) or is_person(text) or is_rank(text))
    return Facts(
        begins,
        follows,
        _outside(text),
        number_of(text) or ("", 0),
        text[:1].isupper(),
        text[:1].islower(),
        text.isupper(),
        len(text.split(" ", 1)[0]),
        len(text),
        _end(text),
        named and number_of(text) is None and text[:1].isupper() and text[-1] not in ";,",
        text[:1] == ":" and bool(_WORDED.search(text)),
        is_bare(text) or _STRAY.fullmatch(text) is not None,
        text[:1].isupper() and CITATION.match(text) is not None,
        text.split(" ", 1)[0].casefold(),
    )


def _is_step(text: str) -> bool:
    """Whether a text begins as steps do, and entries of boxes hardly ever but those of qualifications."""
    begin = _NUMBERED.match(text)
    return is_verb(text[begin.end() if begin else 0 :].split(" ", 1)[0])


def _end(text: str) -> str:
    """How a text ends, as ``Facts.akhir`` says it."""
    if cannot_end(text):
        return "kurang"
    return "buka" if is_open(text, "kutipan", "kotak") else "tutup" if _CLOSED.search(text) else ""


def _outside(text: str) -> float:
    if _IDENTITY.match(text) or is_bare(text) or is_person(text) or is_rank(text) or is_full_address(text):
        return 0.0
    if not _WORDED.search(text):
        return -0.15
    if text.isupper() or is_unit(text) or is_office(text):
        return -0.25
    return -0.9


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a text that a box may take.

    Attributes:
        next_to: whether the text before went to the same box.
        loose: whether an empty line, or another box on the same line or the one before, parts it from the text before.
        new_page: whether a page begins with it.
        jauh: rows since the box took one.
        label: whether labels stand in between.
        below_label: whether the box's label waits for it.
        interrupts: how open the sentence of another box before is that nothing parts this one from, 0..1.
        field: whether fields of the identity stand between the label of the box and it.
        broken: whether the text before went to no box.
        marked: whether entries with marks were read.
    """

    next_to: bool
    loose: bool
    new_page: bool
    jauh: int
    label: bool
    below_label: bool
    interrupts: float
    field: bool
    broken: bool
    marked: bool


def to_begin(text: Facts, read: Reading | None, around: Around) -> float:
    """What speaks for a text to begin an entry of a box, beyond its words and labels.

    Args:
        text: the text.
        read: what of the box was read before.
        around: what stands around it.
    """
    kind, number = text.mark
    base = -1.2 * around.interrupts - 2.0 * (around.new_page and not around.below_label) - 1.2 * around.field
    if read is None:
        score = base - 1.5 if kind and kind != "butir" and number != 1 else base
        return score + (0.3 if kind else -0.5 if around.marked else 0.0) - 1.5 * (text.kecil and not kind)
    score = base + _counted(text, read) - _behind(around)
    score -= 0.2 * around.next_to if around.loose else 0.4 * (not around.next_to)
    if read.stop and read.stop != (stop := stop_of(read.last)):
        score -= _OTHER_STOP if "-" not in (stop, read.stop) else _NO_STOP
    return score - _PAST_LABEL * around.label


def _behind(around: Around) -> float:
    """What it costs that a box took its last text long ago."""
    return 0.0 if around.below_label else min(max(around.jauh - _NEAR, 0) * _PER_ROW, _LONG_AGO)


def _counted(text: Facts, read: Reading) -> float:
    """What the marks say to an entry that follows others."""
    kind, number = text.mark
    if kind and kind == read.kind:
        if kind == "butir":
            return 0.8
        step = number - read.nomor
        return 1.3 if step == 1 else -0.5 if 1 < step < 4 else -1.5 if number == 1 else -3.0
    if kind:
        return -3.0 if read.kind else -1.2
    if text.kecil:
        return -3.0
    closed = facts(read.last).akhir == "tutup"
    if read.kind:
        return -1.2 if closed else -1.8
    if text.mula == read.mula and facts(read.last).akhir not in OPEN:
        return 0.0
    return -0.3 if closed else -0.6 if _ends_early(read, text) else -1.2


def to_go_on(text: Facts, read: Reading, around: Around) -> float:
    """What speaks for a text to go on with the open entry of a box, beyond its words."""
    before = facts(read.last)
    score = _sentence(text, read, before) + _room(text, read, before)
    score += (0.0 if around.loose else 0.6) if around.next_to else -0.2 if around.loose else -0.7
    right_below = around.loose and around.jauh == 1 and not around.next_to
    score += _RIGHT_BELOW * (right_below and before.akhir == "buka" and text.kecil)
    if text.mark[0]:
        score -= 2.5 if text.mark[0] == read.kind else 1.2
    if around.broken and before.akhir not in OPEN:
        score -= 0.6
    if around.label:
        score -= 0.2 if text.kecil or before.akhir in OPEN else _PAST_LABEL
    return score - 0.8 * around.interrupts - 2.0 * around.new_page - _behind(around)


def _sentence(text: Facts, read: Reading, before: Facts) -> float:
    """What speaks for a text to go on with the sentence before."""
    score = 0.6 * text.kecil - 1.5 * (text.besar and not before.besar)
    if before.akhir in OPEN:
        return score + (_NEEDED if before.akhir == "kurang" else _WANTED)
    if text.kutipan and not names_another(read.last):
        score -= _ANOTHER
    if before.akhir == "tutup":
        return score - (1.8 if read.last[-1] == ";" else 1.2) - 0.8 * text.kapital
    return score - 0.5 * text.kapital


def _room(text: Facts, read: Reading, before: Facts) -> float:
    """What the width of a box says to a text as the line below its last."""
    score = 0.0
    if _ends_early(read, text):
        score -= 1.2
    elif before.akhir != "tutup" and _is_full(read, text):
        score += 0.7
    if read.baris > 1 and text.lebar > _TOO_WIDE * max(read.widest, _NARROW):
        score -= 1.0
    return score


def _ends_early(read: Reading, text: Facts) -> bool:
    """Whether the last line of a box had room for the first word of a text, so that the text is no rest of it."""
    widest = max(read.widest, text.lebar)
    return widest >= _NARROW and len(read.last) + 1 + text.kata < _FULL * widest


def _is_full(read: Reading, text: Facts) -> bool:
    """Whether the last line of a box had no room for the first word of a text."""
    return read.widest >= _NARROW and len(read.last) + 1 + text.kata > read.widest
