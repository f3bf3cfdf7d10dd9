"""Which known label or heading is this text? Tolerant of case, blanks and OCR slips.

Knows the vocabularies of ``data/label.toml`` and ``data/kolom.toml`` and nothing about
where on the page a text stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from extractors.data import table
from extractors.lexicon.signs import is_office
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import Span

GROUPS = ("pelaksana", "mutu_baku")
"""Headings that stand over several columns, as they stand from left to right."""
_MAX_LABEL, _LONG_LABEL = 60, 12
_WORN_ALIKE, _WORN_LONG_ALIKE, _WORN_MORE = 0.65, 0.55, 0.05
"""How like a spelling a worn heading, and a long one, is at least, 0..1, and how much less like those of other columns."""
_WORN_LETTERS, _WORN_LONG = 6, 12
"""Words with fewer letters are like too many; one with so many is like another hardly ever."""
_SLIPS = str.maketrans("01|", "oll")
_TORN = {"ri": "n", "ii": "u", "li": "h", "vv": "w", "cl": "d"}
_MAX_WORDS = 7
_SPACED, _MAX_LETTERS = re.compile(r"(?:\w\s+){3}"), 30
"""A label in spaced type, "D A S A R  H U K U M": each letter is a word of its own, and so many there are at most."""
_LINE_ENDS = "\n\x1c\x1d\x1e"
_FIRST_LETTERS = 8
_ENUMERATOR = re.compile(r"\s*(?:(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+|[-•*·]\s*)?")
_DIRT = re.compile(r"[^\w\s\-•*·(]{1,2}\s?(?=\w)")
"""Specks before a label, which are read as signs."""
_SIDE = re.compile(r"[Il](?=[A-Z])")
"""The side of a cell, which is read as the first letter of its label: "INOMOR SOP"."""
_MAY_BEGIN = re.compile(r"[\w\-•*·(]|\s")
_WORD_END = re.compile(r"(?<=\S)(?=\s|$|[:/;])")
_COLON = re.compile(r"\s*[:;=]\s*")
_TWO_NAMES = re.compile(r"\s*/\s*|\s+(?:dan|atau|&)\s+", re.IGNORECASE)
"""What stands between two names of one column: "Proses / Tahapan Kegiatan"."""
_NOTED = re.compile(r"\s*([^()]{3,}?)\s*\(([^()]{2,30})\)\s*", re.DOTALL)
"""A heading with a note behind it."""
_SEVERAL_NAMES = re.compile(r"\s*[/,]\s*")
_NUMBER = re.compile(r"\s*\d[\w.\-]*/\S*\d")
"""How the number of an SOP begins, which tells even the short "No. SOP" from a heading."""
_NUMBER_ALONE = re.compile(r"\s*[A-Z\d][\w.\-]*(?:/[\w.\-]+)+\s*(?:$|[\n\x1c-\x1e])")
"""A number of an SOP that is all of a line, whatever it begins with: "RM.02/118/RSUD"."""
_NUMBER_BESIDE = re.compile(r"(?!.*\btahun\b)(?=.*\d)[:\s]*[\w/][\w./\- ]{0,40}", re.IGNORECASE)
"""What may be the number of an SOP in the cell beside its label."""
_STARTS_LIST = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z][.)]\s|[-•*·–]\s|[\n\x1c-\x1e])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a text.

    Attributes:
        key: contract key.
        head: the label as printed.
        rest: what follows it in the same text, without the colon.
        colon: whether a colon stands behind it.
        sure: 0..1; 1 for a known spelling.
        weak: whether it is one of the spellings that need company to be believed.
    """

    key: str
    head: Span
    rest: Span
    colon: bool
    sure: float
    weak: bool = False


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The letters of a text without case, and with the commonest slips of OCR engines undone on both sides."""
    return "".join(filter(str.isalpha, text.casefold().translate(_SLIPS))).replace("rn", "m")


def find_in(text: str) -> Label | None:
    """The same of a text whose place does not matter."""
    return find(Span(text, range(len(text))))


def names_box(text: str) -> bool:
    """Whether a text is the name of a box of the identity page and nothing else."""
    label = find_in(text)
    return label is not None and not label.weak and label.key in KOTAK and not label.rest


def find(span: Span) -> Label | None:
    """The label of the identity page that a line or cell begins with, if any."""
    if dirt := _DIRT.match(span.text):
        span = span.cut(dirt.end())
    text = span.text
    if not text or not _MAY_BEGIN.match(text):
        return None
    found = _find(text[: _MAX_LABEL + 20])
    if found is None and _SIDE.match(text):
        span, text = span.cut(1), text[1:]
        found = _find(text[: _MAX_LABEL + 20])
        if found is not None and found[5] < 1.0:
            return None
    if found is None:
        return None
    key, start, end, after, colon, sure, weak = found
    rest = span.cut(after).strip() if after < len(text) else span.cut(0, 0)
    return Label(key, span.cut(start, end), rest, colon, sure, weak)


@lru_cache(maxsize=4096)
def _find(text: str) -> tuple[str, int, int, int, bool, float, bool] | None:
    """Key, start and end of the label, start of the rest, colon, sureness, weakness."""
    enumerator = _ENUMERATOR.match(text)
    start = enumerator.end() if enumerator else 0
    colon = _COLON.search(text, start, start + _MAX_LABEL)
    if colon and colon.start() > start:
        head = fold(text[start : colon.start()])
        key, sure = _nearest(head, "label")
        if key:
            return key, start, colon.start(), colon.end(), True, sure, False
        if head in _weak():
            return _weak()[head], start, colon.start(), colon.end(), True, 0.6, True
    return _find_without_colon(text, start)


def _find_without_colon(text: str, start: int) -> tuple[str, int, int, int, bool, float, bool] | None:
    most = _MAX_LETTERS if _SPACED.match(text, start) else _MAX_WORDS
    ends = [match.start() for match in _WORD_END.finditer(text, start)][:most]
    for count in range(len(ends), 0, -1):
        whole = text[start : ends[count - 1]]
        if not whole or not (whole[-1].isalpha() or whole[-1] in ".,)"):
            continue  # "Tanggal Pembuatan 2": the figure is the value's
        head = fold(whole)
        rest = text[ends[count - 1] :]
        key = _exact("label").get(head)
        sure = 1.0
        listed = len(head) >= _LONG_LABEL and _STARTS_LIST.match(rest)
        if key is None and (not rest.strip() or rest[0] in _LINE_ENDS or listed):
            key, sure = _nearest(head, "label")
        if key and _may_follow(key, head, rest):
            colon = _COLON.match(text, ends[count - 1])
            after = colon.end() if colon else ends[count - 1]
            return key, start, ends[count - 1], after, bool(colon), sure, False
        if _weak().get(head) == "nomor_sop" and _NUMBER_ALONE.match(rest):
            return "nomor_sop", start, ends[count - 1], ends[count - 1], False, 0.6, True
    return None


def _may_follow(key: str, head: str, rest: str) -> bool:
    """Whether a label without a colon may be followed by this text.

    "Peringatan dini bencana" and "Pencatatan dilaksanakan" are prose; "Nama SOP Pengaduan"
    and "Dasar Hukum 1. Undang-Undang" are a label with its value.
    """
    if not rest.strip():
        return True
    if _COLON.match(rest) or _STARTS_LIST.match(rest):
        return True
    if key == "nomor_sop" and _NUMBER.match(rest):
        return True
    if key == "disahkan_oleh":
        return head == "disahkanoleh" or (head.endswith("oleh") and is_office(rest))
    return key in IDENTITAS and len(head) > 6


def standing_alone(span: Span, beside: str = "") -> Label | None:
    """The field that a spelling which needs company names where its words are all of a cell.

    Args:
        span: the cell.
        beside: what the next cell says, which one word alone needs: "Nomor" before "065/12/2021".
    """
    key = _weak().get(fold(span.text))
    believed = " " in span.text.strip() or (key == "nomor_sop" and _NUMBER_BESIDE.fullmatch(beside))
    return Label(key, span, span.cut(0, 0), False, 0.6, True) if believed and key in IDENTITAS else None


def leading(span: Span) -> Label | None:
    """The name of a box that a cell begins with, whatever follows: "Keterkaitan SOP Surat Masuk".

    What follows may be prose, so this is a label only where something else says so. Of two names
    the longer one is meant, unless only the shorter leaves a content that begins as such do.
    """
    text, found = span.text, []
    for end in [match.start() for match in _WORD_END.finditer(text, 0, _MAX_LABEL)][:_MAX_WORDS]:
        key = _exact("label").get(fold(text[:end]))
        if key in KOTAK and text[end:].strip():
            rest = span.cut(end).strip()
            begins = fold(rest.text.split()[0]) in traits(key)
            found.append((begins, Label(key, span.cut(0, end), rest, False, 0.9)))
    return max(found, key=lambda one: (one[0], len(one[1].head.text)))[1] if found else None


def box_named(title: str) -> str | None:
    """The label that a title is, or one of the names that it gives side by side: "DASAR HUKUM / REFERENSI"."""
    names = (title, *_SEVERAL_NAMES.split(title))
    return next((key for name in names if (key := _nearest(fold(name), "label")[0])), None)


def section_named(title: str) -> str | None:
    """What a section is that a title heads: the key of a box, ``langkah`` for the steps, ``lain`` for what no box holds."""
    head = fold(title)
    return _sections().get(head) or _exact("label").get(head)


@cache
def _sections() -> Mapping[str, str]:
    return {fold(name): key for key, entry in table("bagian").items() for name in entry["nama"]}


def signs_otherwise(text: str) -> bool:
    """Whether a text heads the signature of somebody who does not approve: "Dibuat Oleh", "Diperiksa oleh :"."""
    return fold(text) in _others()


def names_other_field(text: str) -> bool:
    """Whether a cell begins with a line that names a field which nobody asks for: "No. Revisi" over "02"."""
    return bool(text.strip()) and fold(text.strip().splitlines()[0]) in _others()


def names_no_box(text: str) -> bool:
    """Whether a text holds words that begin like the name of a box and are none: "dan Pencatatan Sipil"."""
    return any(other in fold(text) for other in _no_boxes())


@cache
def _no_boxes() -> frozenset[str]:
    return frozenset(fold(text) for key in KOTAK for text in table("label")[key].get("bukan", ()))


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else, one that needs company to be believed included."""
    head = fold(text)
    return head in _exact("label") or head in _weak()


@lru_cache(maxsize=2048)
def heading(text: str) -> str | None:
    """The column of the procedure table that a heading names, None for an actor or other text."""
    if len(text) > _MAX_LABEL:
        return None
    whole = _nearest(fold(text), "kolom")[0]
    parts = _TWO_NAMES.split(text) if whole is None else []
    named = {_nearest(fold(part), "kolom")[0] for part in parts}
    if len(parts) > 1 and len(named) == 1:
        return named.pop()
    noted = _NOTED.fullmatch(text) if whole is None else None
    if noted:  # "Waktu (dalam menit)"; "Pelaksana (Actor)" is the group, but "Pelaksana (Staf)" one who acts
        own, note = (_nearest(fold(part), "kolom")[0] for part in noted.groups())
        return own if own not in GROUPS or own == note else None
    return whole


@lru_cache(maxsize=4096)
def worn_heading(text: str, least: float = 0.0) -> str | None:
    """The spelling of a heading that a worn text is like; None where it is like none, or like those of two columns.

    Args:
        text: as read.
        least: how much it must be like it, 0..1, if more than a text of its length must.
    """
    head = fold(text)
    if len(head) < _WORN_LETTERS:
        return None
    spellings = {alias: role for alias, role in _exact("kolom").items() if len(alias) >= _WORN_LETTERS}
    alike = max(least, _WORN_ALIKE if len(head) < _WORN_LONG else _WORN_LONG_ALIKE)
    near = process.extract(
        head, list(spellings), scorer=OSA.normalized_similarity, score_cutoff=alike, limit=None
    )
    if not near:
        return None
    spelling, best, _ = near[0]
    others = [like for other, like, _ in near if spellings[other] != spellings[spelling]]
    return spelling if all(like <= best - _WORN_MORE for like in others) else None


@lru_cache(maxsize=4096)
def likeness(text: str, key: str) -> float:
    """How much a text resembles a spelling of a label, 0..1; a spelling that was cut short counts by its first half."""
    head = fold(text)
    if len(head) < 4:
        return 0.0
    aliases = [fold(alias) for alias in table("label")[key]["alias"]]
    whole = max((OSA.normalized_similarity(head, alias) for alias in aliases), default=0.0)
    cut = max(
        (
            OSA.normalized_similarity(head, alias[: len(head)])
            for alias in aliases
            if len(alias) < 2 * len(head)
        ),
        default=0.0,
    )
    return max(whole, 0.9 * cut)


def begins_label(text: str) -> bool:
    """Whether a text begins with the first letters of a known label; a cheap test before dearer ones."""
    return fold(text[:_FIRST_LETTERS])[:3] in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(alias[:3] for alias in (*_exact("label"), *_weak()))


def split_pair(span: Span) -> tuple[Span, Span] | None:
    """Two labels printed one behind the other without a colon: "Dasar Hukum Kualifikasi Pelaksana"."""
    if len(span.text) > 2 * _MAX_LABEL or ":" in span.text:
        return None
    for end in (match.start() for match in _WORD_END.finditer(span.text)):
        left = _exact("label").get(fold(span.text[:end]))
        right = _exact("label").get(fold(span.text[end:])) if left else None
        if left and right and left != right:
            return span.cut(0, end).strip(), span.cut(end).strip()
    return None


@cache
def _exact(name: str) -> Mapping[str, str]:
    return {fold(alias): key for key, entry in table(name).items() for alias in entry["alias"]}


def names_of_labels() -> Mapping[str, str]:
    """The folded spellings that need no company, and the fields that they name."""
    return _exact("label")


@cache
def _others() -> frozenset[str]:
    """Labels of something else that look like one of these: "Disiapkan Oleh" is not "Disahkan Oleh"."""
    return frozenset(fold(text) for entry in table("label").values() for text in entry.get("bukan", ()))


@cache
def _words_alike(name: str) -> frozenset[str]:
    """Words that differ from a spelling by a letter or two and are none: "Perawatan" is no "Peralatan"."""
    return frozenset(fold(word) for entry in table(name).values() for word in entry.get("mirip", ()))


@cache
def _weak() -> Mapping[str, str]:
    return {fold(alias): key for key, entry in table("label").items() for alias in entry["lemah"]}


@lru_cache(maxsize=4096)
def _nearest(head: str, name: str) -> tuple[str | None, float]:
    """The one key whose spelling is nearest, with a slip in six letters allowed."""
    exact = _exact(name)
    if head in exact:
        return exact[head], 1.0
    if head in _others() or head in _words_alike(name):
        return None, 0.0
    joined = {exact[word] for word in _joined(head) if word in exact}
    if len(joined) == 1:
        return joined.pop(), 0.92
    slips = min(len(head) // 6, 3)
    if slips == 0 or len(head) > _MAX_LABEL:
        return None, 0.0
    near = [
        (int(distance), exact[alias])
        for length in range(max(len(head) - slips, 6), len(head) + slips + 1)
        for alias, distance, _ in process.extract(
            head, _by_length(name).get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
    ]
    if not near:
        return None, 0.0
    lowest = min(near)[0]
    keys = {key for distance, key in near if distance == lowest}
    return (keys.pop(), 1 - 0.08 * lowest) if len(keys) == 1 else (None, 0.0)


def _joined(head: str) -> Iterator[str]:
    """The word with one of the letters put together that engines read as two: "Peringatari"."""
    for pair, letter in _TORN.items():
        for at in range(1, len(head) - 1):
            if head.startswith(pair, at):
                yield head[:at] + letter + head[at + len(pair) :]


@cache
def _by_length(name: str) -> Mapping[int, list[str]]:
    """The folded spellings by their length, so that only those near enough are measured."""
    found: dict[int, list[str]] = {}
    for alias in _exact(name):
        found.setdefault(len(alias), []).append(alias)
    return found


@cache
def traits(key: str) -> frozenset[str]:
    """Words that the content of a box often has."""
    return frozenset(table("label")[key]["ciri"])
