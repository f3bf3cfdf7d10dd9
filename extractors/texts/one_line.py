"""Lines that hold a whole page: what converters and search engines make of a text is one line with blanks for its breaks.

Such a line is cut where an identity page begins anew: before its labels and behind those of boxes, before the names of
governments and units, before entries of lists, and before the headings and numbers of a procedure. No letter is lost, and
a line that is none of these stays as it is.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from extractors.data import table
from extractors.lexicon.durations import DURATION
from extractors.lexicon.labels import fold, names_of_labels
from extractors.lexicon.open_ends import awaits_number, is_open
from extractors.lexicon.signs import REGULATION
from extractors.lexicon.verbs import is_verb
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import Span
from extractors.texts.step_lists import list_heads, other_fields, section_heads, told_cells


def _any_of(key: str) -> str:
    """A pattern of the entries of ``data/satu_baris.toml`` under that key."""
    return f"(?:{'|'.join(table('satu_baris')[key])})"


_LONG = 220
"""Letters of a line at least; lines of a page have fewer."""
_HEADED_LONG = 140
"""The same of one with the heading of a procedure."""
_FEWEST = 4
"""Different labels that make a line the page of an SOP."""
_WORDS = 6
_SOME = 40
_WORD = re.compile(r"\S+")
_CELLS = re.compile(r"\t|\s\|\s|\S\s{4,}\S")
"""What parts cells: such a line is a row of a table."""
_COUNTED = re.compile(
    r"(?:(?:[Ll]angkah|[Tt]ahap)\s+)?(?:\d{1,2}[.)]|[a-h][.)])\s?(?=[A-Z(])|[-•●](?!\s?[Uu]ndang)\s?(?=[A-Z(])"
)
_COUNTED_BY = re.compile(r"\b(?:langkah|tahap)\s$", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(\d{{1,2}})\.?\s+(?=[A-Z])(?!(?:Tahun|{'|'.join(table('bulan')['indonesia']['bulan'])})\b)"
)
"""A number before a word that is no month, and not "Tahun", before which that of a regulation stands."""
_HEADED = re.compile(_any_of("kolom_akhir"))
"""The last columns of a heading."""
_COLUMNS = re.compile(r"(?:(?:\d{1,2}|\(\d{1,2}\))\s+){5,}(?=\d)")
_STEP = re.compile(r"(?<=\S )(?:\d{1,2}\.?\s+)?(Me[a-z]{4,})(?=\s)")
_WEAK_NUMBER = re.compile(
    r"(?<=\S )(?:no|nomor)\b\.?(?:\s+dok(?:umen)?\b\.?)?\s*:(?=\s*\S*\d)", re.IGNORECASE
)
_FEWEST_STEPS = 3
_AFTER_TIME = re.compile(r"\s*(?:[A-Z(\d-]|$)")
_BEGINS = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}")
"""A word that may begin a cell: with a capital behind one with none, and no comma between."""
_NOTHING = re.compile(r"(?<=\S )-(?=\s|$)")
_CITES = re.compile(rf"(?=[A-Z]){REGULATION}.{{0,60}}?\b(?i:nomor|nomer|no)\b\.?\s*[\dKP]")
_UNIT = re.compile(rf"(?=[A-Z]{{2}})(?i:{_any_of('unit')})(?<=[A-Z])\s+[A-Z]")
_OF_UNIT = re.compile(rf"\b{_any_of('sebelum_unit')}\s*$", re.IGNORECASE)
"""Behind what the name of a unit is part of an office's."""
_SOP = re.compile(r"(?<=[a-z)] )SOP (?=[A-Z])")
_TITLE = re.compile(
    r"(?<=\S )STANDAR(?:D|T)? (?:OPERASIONAL PROSEDUR|PROSEDUR OPERASIONAL|OPERATING PROCEDURES?)\b"
)
_TITLED = re.compile(r"(?:[A-Z]{2,}\s+)+(?=(?:(?:Drs?|Dra|Ir|Hj?|dr)\.?\s+)?[A-Z][a-z])")
_HEADING = re.compile(_any_of("kolom_awal"))


def unrolled(line: Span) -> list[Span]:
    """The lines that a line was, the line itself where it holds no page of an SOP."""
    text = line.text
    if len(text) < (_HEADED_LONG if _HEADED.search(text) else _LONG) or _CELLS.search(text.strip()):
        return [line]
    labels = list(_labels(text))
    if labels and all(key != "nomor_sop" for _, _, key in labels):
        labels = [*_weak_number(text, labels[0][0]), *labels]
    heads = list(list_heads(text))
    heads += [one for one in section_heads(text) if not any(low <= one[0] < high for low, high in heads)]
    if len({key for _, _, key in labels}) + len(heads) < _FEWEST or not labels:
        steps = _steps(text)
        return (
            _cut(line, set(steps))
            if len(steps) > _FEWEST_STEPS or (steps and (_HEADING.search(text) or _HEADED.search(text)))
            else [line]
        )
    cuts = {start for start, _, _ in labels} | {end for _, end, key in labels if key in KOTAK}
    cuts.update(place for head in heads for place in head)
    taken = [range(start, end) for start, end, _ in labels] + [range(*head) for head in heads]
    ends = {end for _, end, key in labels if key in IDENTITAS}
    free = {
        at
        for at in (
            *_entries(text),
            *_related(text, labels),
            *_units(text),
            *_steps(text, of_fields=True),
            *_numbered(text, labels),
            *told_cells(text),
            *other_fields(text),
            *(match.start() for match in _TITLE.finditer(text, 0, labels[0][0])),
        )
        if not any(at in one for one in taken) and not _goes_on(text, at, ends)
    }
    return _cut(line, {at for at in cuts | free if not any(low < at < high for low, high in heads)})


def _cut(line: Span, cuts: set[int]) -> list[Span]:
    places = [0, *sorted(cut for cut in cuts if 0 < cut < len(line.text)), len(line.text)]
    return [piece for low, high in pairwise(places) if (piece := line.cut(low, high).strip())]


def _labels(text: str) -> Iterator[tuple[int, int, str]]:
    """The labels in a text: start, end with the colon, key. One of a single word needs capitals, a colon or company."""
    words = list(_WORD.finditer(text))
    at = 0
    found: list[tuple[int, int, str, bool]] = []
    while at < len(words):
        known = _label_at(text, words, at)
        if known is None:
            at += 1
            continue
        count, key = known
        end = words[at + count - 1].end()
        colon = at + count < len(words) and words[at + count].group() == ":"
        sure = count > 1 or colon or text[words[at].start() : end].isupper() or text[end - 1] == ":"
        found.append((words[at].start(), words[at + count].end() if colon else end, key, sure))
        at += count + colon
    for n, (start, end, key, sure) in enumerate(found):
        following = found[n + 1][0] if n + 1 < len(found) else len(text)
        if sure or not text[end:following].strip() or _COUNTED.match(text, end + 1):
            yield start, end, key


def _weak_number(text: str, high: int) -> list[tuple[int, int, str]]:
    """The label of the number above all others, where none of them names it, with a colon: "No. Dokumen: 445/61/2019"."""
    match = _WEAK_NUMBER.search(text, 0, high)
    return [(match.start(), match.end(), "nomor_sop")] if match else []


def _label_at(text: str, words: Sequence[re.Match[str]], at: int) -> tuple[int, str] | None:
    """How many words from one on are a label, the longest one, and its key."""
    if not words[at].group()[0].isupper():
        return None
    names = names_of_labels()
    for count in range(min(_WORDS, len(words) - at), 0, -1):
        head = text[words[at].start() : words[at + count - 1].end()]
        if count > 1 and (":" in head[:-1] or not any(map(str.isalpha, words[at + count - 1].group()))):
            continue
        key = names.get(fold(head))
        if key and (count > 1 or len(head) > _WORDS) and (key in KOTAK or key in IDENTITAS):
            return count, key
    return None


def _entries(text: str) -> Iterator[int]:
    """Where entries of lists begin: with a mark, or with a citation that is of none before."""
    for match in _COUNTED.finditer(text):
        before = _before(text, match.start())
        if before.endswith(" ") and not awaits_number(before):
            yield match.start()
    for match in _WORD.finditer(text):
        start = match.start()
        if (
            _CITES.match(text, start)
            and not is_open(_before(text, start), "judul")
            and not _is_marked(text, start)
        ):
            yield start


def _goes_on(text: str, at: int, ends: Collection[int]) -> bool:
    """Whether a place goes on with what is before it: the dash that leaves a field empty, the number of "Langkah 2."."""
    if _COUNTED_BY.search(_before(text, at)):
        return True
    return text[at] in "-–" and any(end <= at and not text[end:at].strip(" :") for end in ends)


def _numbered(text: str, labels: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    """Where the entries of lists begin whose numbers have no stop, between the labels of boxes: "1 ATK 2 Komputer"."""
    for at, (_, low, key) in enumerate(labels):
        high = labels[at + 1][0] if at + 1 < len(labels) else len(text)
        if key not in KOTAK:
            continue
        last: set[int] = set()
        for match in _NUMBER.finditer(text, low, high):
            number = int(match[1])
            starts = text[match.start() - 1] == " " and not awaits_number(_before(text, match.start()))
            if starts and (number == 1 or number - 1 in last):
                last.add(number)
                yield match.start()


def _related(text: str, labels: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    """Where the names of other SOPs begin between the label of these and that of the warnings: "SOP A SOP B"."""
    low = next((end for _, end, key in labels if key == "keterkaitan"), len(text))
    high = next((start for start, _, key in labels if key == "peringatan" and start > low), len(text))
    for match in _SOP.finditer(text, low, high):
        if not is_open(_before(text, match.start()), "kotak") and not _is_marked(text, match.start()):
            yield match.start()


def _before(text: str, at: int) -> str:
    """The last letters before a place, which tell what begins there."""
    return text[max(at - _SOME, 0) : at]


def _is_marked(text: str, start: int) -> bool:
    """Whether a mark stands before a place."""
    return re.search(r"(?:^|\s)(?:\d{1,2}[.)]?|[a-h][.)]|[-•●])\s?$", _before(text, start)) is not None


def _units(text: str) -> Iterator[int]:
    """Where names of governments and units in capitals begin, and where what stands behind them does."""
    for match in _UNIT.finditer(text):
        before = _before(text, match.start())
        if not before or (before.endswith(" ") and not _OF_UNIT.search(before)):
            yield match.start()
            titled = _TITLED.match(text, match.start())
            if titled:
                yield titled.end()


def _steps(text: str, *, of_fields: bool = False) -> list[int]:
    """Where a procedure's heading, the numbers of its columns, and its steps begin: by numbers that count on, else by verbs."""
    heading = _HEADING.search(text)
    headed = _HEADED.search(text)
    low = headed.end() if headed else heading.end() if heading else 0
    found = [match.start() for match in (heading, _COLUMNS.search(text, low)) if match]
    found += [headed.end()] if headed else []
    numbers = [
        (int(match[1]), match.start())
        for match in _NUMBER.finditer(text, low)
        if match.start()
        and text[match.start() - 1] == " "
        and not awaits_number(_before(text, match.start()))
    ]
    begins = _STEP.finditer(text, low) if heading or headed else ()
    verbs = [match.start() for match in begins if is_verb(match[1])]
    counted, numbered = _longest(numbers), [at for at in verbs if text[at].isdigit()]
    if len(counted) >= _FEWEST_STEPS:
        verbs = sorted({*counted, *numbered})
    elif headed and 2 * len(numbered) > len(verbs):
        verbs = numbered  # the last steps on a page of their own
    elif len(verbs) < _FEWEST_STEPS:
        return found
    if of_fields and not (heading or headed):
        return [*found, *verbs]  # the numbers are those of a list
    rows = pairwise((*verbs, len(text)))
    return [*found, *verbs, *(cut for low, high in rows for cut in _cells(text, low, high))]


def _cells(text: str, low: int, end: int) -> Iterator[int]:
    """Where the cells of a step end: at its duration, and before the one word that can only begin the next cell."""
    high = end
    times = list(DURATION.finditer(text, low, end))
    first = next((at for at, time in enumerate(times) if _AFTER_TIME.match(text, time.end())), None)
    behind = low
    if first is not None:
        last = first
        while last + 1 < len(times) and not text[times[last].end() : times[last + 1].start()].strip():
            last += 1  # "1 jam 30 menit"
        high, behind = times[first].start(), times[last].end()
        yield from (high, behind)
    begins = [match.start() for match in _BEGINS.finditer(text, low + 1, high)]
    begins = [at for at in begins if not is_open(_before(text, at), "orang")]
    if len(begins) == 1:
        yield begins[0]
    if dash := _NOTHING.search(text, behind, end):
        yield dash.start()


def _longest(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """The places of the longest run of numbers that count on one by one."""
    runs: dict[int, list[int]] = {}
    best: list[int] = []
    for number, place in numbers:
        run = [*runs.get(number - 1, ()), place]
        if len(run) > len(runs.get(number, ())):
            runs[number] = run
        best = max(best, run, key=len)
    return best
