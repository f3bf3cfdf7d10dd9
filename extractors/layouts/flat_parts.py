"""What a line of an identity page without columns may be made of: labels, or the texts of one box or of several side by side.

Engines and ``pdftotext`` write the lines of two or three boxes behind each other, with a stroke between them or
nothing. Where a line may be cut is only offered here; ``flat_boxes`` decides with all lines before its eyes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from extractors.fragments import FlowRow, Fragment
from extractors.layouts.flat_costs import facts
from extractors.layouts.heading_lines import roles_in
from extractors.layouts.row_labels import labels_of
from extractors.lexicon.labels import Label, fold, likeness, names_no_box, names_of_labels
from extractors.lexicon.open_ends import awaits_number
from extractors.lexicon.signs import CITATION, is_person
from extractors.lists.items import is_bare, number_of
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import Span, join

_BAR = re.compile(r"\s*[|¦]+[\s|¦]*")
_MARKER = re.compile(
    r"(?<=\S)(?<!Undang)(?<!undang)\s+[|(\[{!Iif]{0,2}(?=(?:\d{1,2}|[a-z])[.)]\s?[A-Z(]|[-•]\s(?!Undang)(?!(?<=[A-Z] - )[A-Z]{2})[A-Z])"
)
"""Where a mark of a list stands inside a line."""
_WORN_MARK = re.compile(r"[\s|(\[{!Iife]{1,3}(?=(?:\d{1,2}|[a-z])[.)]\s?[A-Z(]|[-•]\s[A-Z])")
"""What engines make of the rule before a mark."""
_NUMBERED = re.compile(r"\d{1,2}\s+(?=[A-Z\d])")
_NUMBER_ALONE = re.compile(r"(?<=\S)\s+(?=\d{1,2}\s[A-Z][A-Za-z])")
"""Where a number without a stop stands inside a line that begins with one, as spreadsheets number their entries."""
_STOP = re.compile(r"(?<=[a-z)][.;:,])\s+(?=[A-Za-z])")
"""Where a sentence may end inside a line."""
_CAPITAL = re.compile(r"(?<=[a-z,])\s+(?=[A-Z][a-z])")
_EDGE = " \t|¦!_—–-=~“”\"'`«»"
_EDGE_BEFORE = _EDGE.replace("-", "").replace("–", "")
"""A dash before a text is a bullet."""
_WORD = re.compile(r"\S+")
_COST = {"garis": 0.0, "tanda": 0.0, "titik": 1.2, "kapital": 2.2}
_TORN = 1.0
"""What more it costs that a line is cut where no entry can end."""
_UNMARKED = 0.4
"""What it costs that a mark is not of the text below it."""
_MOST_CUTS, _MOST_PARTS = 3, 3
_LABEL_LINE = 110
_LABEL_WORDS = 6
_COVERED = 0.55
"""How much of the letters of a line of labels are theirs; the rest is what engines made of a worn one."""
_WORN, _WORN_WORD = 0.72, 0.85
"""How much alike a name of several words must be, and one of a single."""
_WORN_LETTERS = 8
_COLUMNS = 2
"""A line that names more columns heads a procedure."""


class Part(NamedTuple):
    """A piece of a line.

    Attributes:
        span: its text.
        label: the box that it is a label of.
        diam: whether it is of a field of the identity.
        nama: whether it is the label of the SOP's name, whose value stands elsewhere.
    """

    span: Span
    label: str | None = None
    diam: bool = False
    nama: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to see a line: its parts, and what this way costs."""

    parts: tuple[Part, ...]
    cost: float = 0.0


def cuts_of(row: FlowRow, strong: set[str], sided: bool) -> list[Cut]:
    """The ways to see a line, the whole one first.

    Args:
        row: the line.
        strong: keys that a spelling names which needs no company.
        sided: whether lines before it hold texts of two boxes, so that this one may without a mark.
    """
    labels = labels_of(row, strong)
    whole = join([fragment.span for fragment in row.fragments])
    if any(label and label.key in IDENTITAS for label in labels):
        named = [label for label in labels if label]
        nameless = len(named) == len(labels) and named[-1].key == "nama_sop" and not named[-1].rest
        return [Cut((Part(whole, diam=True, nama=nameless),))]
    named = [label for label in labels if label]
    if len(row.fragments) == 2 and is_bare(row.fragments[0].span.text) and not named:
        return [Cut((Part(whole),)), Cut((Part(row.fragments[1].span),), _UNMARKED)]
    if named and len(named) == len(labels) and not any(label.rest for label in named):
        return [Cut(tuple(Part(label.head, label.key) for label in named))]
    if labels[0] and labels[0].rest and labels[0].key in KOTAK:
        return [Cut(_behind(labels[0], row))]
    if is_person(whole.text):
        return [Cut((Part(whole),))]
    if not _heads_procedure(whole.text) and (names := _named(whole)):
        return [Cut(tuple(names))]
    return list(_texts(row, whole, sided))


def with_marks(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The rows with a mark that is all of a line put before the text below it."""
    found: list[FlowRow] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        below = rows[at + 1] if at + 1 < len(rows) else None
        lone = _lone(row) and not (found and _lone(found[-1]))
        if (
            lone
            and below
            and len(below.fragments) == 1
            and not _lone(below)
            and _unmarked(below.fragments[0])
        ):
            found.append(replace(row, fragments=(row.fragments[0], *below.fragments)))
            at += 1
        else:
            found.append(row)
        at += 1
    return found


def _lone(row: FlowRow) -> bool:
    return len(row.fragments) == 1 and is_bare(row.fragments[0].span.text)


def _unmarked(fragment: Fragment) -> bool:
    return fragment.label is None and number_of(fragment.span.text) is None


def _heads_procedure(text: str) -> bool:
    """Whether a line names the columns of a procedure, whose headings are like labels of boxes."""
    roles = roles_in(text)
    return len(roles) > _COLUMNS or {"no", "uraian"} <= roles


def _behind(label: Label, row: FlowRow) -> tuple[Part, ...]:
    rest = [label.rest, *(fragment.span for fragment in row.fragments[1:])]
    return (Part(label.head, label.key), *(Part(span) for span in rest if span))


def _named(whole: Span) -> list[Part]:
    """The labels that are all of a line, however worn the rest of it is; none where it is no line of labels."""
    text = whole.text
    if len(text) > _LABEL_LINE or any(map(str.isdigit, text)) or names_no_box(text):
        return []
    words = [match for match in _WORD.finditer(text) if fold(match.group())]
    known: list[tuple[float, int, int, str]] = []
    for low in range(len(words)):
        for high in range(low + 1, min(low + _LABEL_WORDS, len(words)) + 1):
            part = text[words[low].start() : words[high - 1].end()]
            if found := _key(part):
                known.append((len(fold(part)) * found[1] ** 2, low, high, found[0]))
    chosen: list[tuple[int, int, str]] = []
    for _, low, high, key in sorted(known, reverse=True):
        if all((high <= a or b <= low) and key != other for a, b, other in chosen):
            chosen.append((low, high, key))
    spans = [(whole.cut(words[low].start(), words[high - 1].end()), key) for low, high, key in sorted(chosen)]
    covered = sum(len(fold(span.text)) for span, _ in spans)
    if not spans or covered < _COVERED * len(fold(text)):
        return []
    return [Part(span, key) for span, key in spans]


@lru_cache(maxsize=4096)
def _key(text: str) -> tuple[str, float] | None:
    """The box that some words name, the first of them with a capital, and how much they are like its name."""
    first = next((c for c in text if c.isalpha()), "a")
    if not first.isupper():
        return None
    names = names_of_labels()
    head = fold(text)
    if head in names:
        return (names[head], 1.0) if names[head] in KOTAK else None
    if len(head) < _WORN_LETTERS:
        return None
    like, key = max((likeness(text, key), key) for key in KOTAK)
    return (key, like) if like >= (_WORN if " " in text else _WORN_WORD) else None


def _texts(row: FlowRow, whole: Span, sided: bool) -> Iterator[Cut]:
    """The ways to cut a line that is no label, the whole of it being the first."""
    text = whole.text
    places = {match.start(): (match.end(), "garis") for match in _BAR.finditer(text)}
    gaps = _gaps(row)
    places |= {at: (end, "garis") for at, end in gaps}
    for at, end in _numbers(text):
        places.setdefault(at, (end, "tanda"))
    cited = CITATION.match(text)
    for kind, pattern in (("tanda", _MARKER), ("titik", _STOP), ("kapital", _CAPITAL)):
        if kind == "tanda" or sided:
            for match in pattern.finditer(text, 0 if kind == "tanda" or not cited else cited.end()):
                if kind != "kapital" or " " in text[match.end() :].strip() or not number_of(text):
                    places.setdefault(match.start(), (match.end(), kind))
    edge = whole.strip()
    marks = sum(kind == "tanda" for _, kind in places.values())
    yield Cut((Part(_trimmed(edge)),), 1.0 * marks)
    able = sorted(places, key=lambda at: (_COST[places[at][1]], at))[:_MOST_CUTS]
    for count in range(1, _MOST_PARTS):
        for chosen in combinations(sorted(able), count):
            cuts = [(0, 0), *((at, places[at][0]) for at in chosen), (len(text), len(text))]
            parts = [_trimmed(whole.cut(low, high)) for (_, low), (high, _) in pairwise(cuts)]
            kept = tuple(Part(part) for part in parts if any(map(str.isalnum, part.text)))
            left = marks - sum(places[at][1] == "tanda" for at in chosen)
            if kept:
                cost = sum(_COST[places[at][1]] + _TORN * _is_torn(text, at, places[at][1]) for at in chosen)
                yield Cut(kept, cost + 1.0 * left)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers without a stop begin entries inside a line whose own entry has such a number."""
    if _NUMBERED.match(text):
        for match in _NUMBER_ALONE.finditer(text):
            if not awaits_number(text[: match.start()]) or text[: match.start()].isdigit():
                yield match.start(), match.end()


def _is_torn(text: str, at: int, kind: str) -> bool:
    """Whether what stands before a cut that no mark speaks for cannot end so: "Peraturan Bupati Nomor 4 tentang"."""
    return kind == "kapital" and facts(text[:at]).akhir == "kurang"


def _gaps(row: FlowRow) -> Iterator[tuple[int, int]]:
    """Where the pieces of a line end that wide gaps part, in the text that joins them by a blank."""
    at = 0
    for fragment in row.fragments[:-1]:
        at += len(fragment.span.text)
        yield at, at + 1
        at += 1


def _trimmed(span: Span) -> Span:
    """A text without the strokes and quotation marks that engines see at its ends; a dash before it is a bullet."""
    text = span.text
    if worn := _WORN_MARK.match(text):
        span, text = span.cut(worn.end()), text[worn.end() :]
    low = len(text) - len(text.lstrip(_EDGE_BEFORE))
    high = len(text.rstrip(_EDGE))
    return span.cut(low, high).strip() if high > low else span.cut(0, 0)
