"""Labels were printed first and their contents after them: which lines belong to which label.

One decision over all lines at once: the labels keep their order, every label takes a run
of lines (or none), and lines that fit no label stay out.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate

from extractors.lexicon.labels import fold, heading, traits
from extractors.lexicon.open_ends import is_open
from extractors.lexicon.signs import begins, cites, is_full_address
from extractors.lists.items import Piece, number_of
from extractors.raw import KOTAK
from extractors.spans import PARAGRAF

_DATE = re.compile(
    rf"^\W*(?:{begins('tanggal')}\W+)?(?:[\dlIO]{{1,2}}\s*[-–—./, ]\s*)?"
    rf"(?:\d{{1,2}}|[A-Za-z]{{3,9}})\.?\s*[-–—./, ]?\s*(?:{begins('tanggal', 'tahun')}\s+)?(?:19|20|2O)[\dOoIl]{{2}}\W*$"
    r"|^\W*(?:19|20)\d\d\W*$|^\W*\d{1,2}([-–/.])\d{1,2}\1\d\d\W*$"
)
_DASH = re.compile(r"^[\s:.…_–—-]*$")
_CODE = re.compile(r"\d.*[/.\-]|[/.\-].*\d|^\W*\d+\W*$")
_NIP = re.compile(r"\bN\s?[I1l]\s?P\b|\d{8}\s?\d{6}", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{begins('jabatan', 'atas_nama')}|{begins('jabatan')}|{begins('pangkat')})\b")
_GOVERNMENT = re.compile(r"\W*pemerintah\s+(?:kab|kota|prov)", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")

_NEVER = float("-inf")
_OUTSIDE = 0.2  # what it costs to leave a line out
_SKIPPED = 0.6  # what it costs to leave a box without content

Groups = list[list[Piece]]


def assign(
    keys: Sequence[str], lines: Sequence[Piece], nearness: Callable[[int, int], float] = lambda key, line: 0.0
) -> tuple[Groups, list[Piece]]:
    """The lines of each label, in the labels' order, and the lines that none of them takes.

    Args:
        keys: the labels' contract keys.
        lines: the contents, in reading order.
        nearness: what speaks for label k taking line i beyond the line's text, e.g. that both stand in one row.
    """
    if len(keys) == 1 and keys[0] in KOTAK:
        foreign = [_is_foreign(line.span.text) and not _awaited(lines, at) for at, line in enumerate(lines)]
        taken = [line for line, out in zip(lines, foreign, strict=True) if not out]
        return [taken], [line for line, out in zip(lines, foreign, strict=True) if out]
    count = 2 * len(keys) + 1  # even states: between the labels; state 2k+1: in the content of label k
    skipped = [0.0, *accumulate(_SKIPPED * (key in KOTAK) for key in keys)]
    best = [0.0] + [_NEVER] * (count - 1)
    trail: list[list[int]] = []
    for at, line in enumerate(lines):
        before, begins = best, _begins(lines, at)
        best, origin = [_NEVER] * count, [0] * count
        for state in range(count):
            key = state // 2
            if state % 2:
                near = nearness(key, at)
                enter = fit(keys[key], line.span.text) + begins + near
                options = [before[e] - skipped[key] + skipped[(e + 1) // 2] + enter for e in range(state)]
                stays = before[state] + (
                    _goes_on(keys[key], line, lines[at - 1].span.text) + near if at else _NEVER
                )
                options.append(stays)
            else:
                options = [score - _OUTSIDE for score in before[: state + 1]]
            best[state] = max(options)
            origin[state] = options.index(best[state])
        trail.append(origin)
    groups: Groups = [[] for _ in keys]
    outside: list[Piece] = []
    state = max(range(count), key=lambda at: (best[at], at))
    for at in range(len(lines) - 1, -1, -1):
        (groups[state // 2] if state % 2 else outside).append(lines[at])
        state = trail[at][state]
    return [group[::-1] for group in groups], outside[::-1]


@lru_cache(maxsize=4096)
def fit(key: str, text: str) -> float:
    """How well a text looks like the (first line of the) content of a label: about -6 to 3."""
    if key in KOTAK:
        return _fit_box(key, text)
    date = bool(_DATE.match(text))
    if key.startswith("tanggal"):
        return 3.0 if date else 2.0 if _DASH.match(text) else -6.0
    if date:
        return -3.0
    marked = number_of(text)
    if marked and marked[0] == "angka" and not _CODE.search(text[:30]):
        return -3.0
    if key == "nomor_sop":
        return 2.5 if _CODE.search(text) and not _NIP.search(text) else 0.5 if _DASH.match(text) else -2.0
    if key == "disahkan_oleh":
        return (3.0 if _NIP.search(text) else 0.0) + (2.0 if _OFFICE.search(text) else 0.0)
    if heading(text) or _GOVERNMENT.match(text) or cites(text) or is_full_address(text):
        return -3.0  # a heading of the procedure, a letterhead, a regulation: no name
    return -3.0 if _NIP.search(text) else 1.2 if any(c.isalpha() for c in text) else -2.0


def _awaited(lines: Sequence[Piece], at: int) -> bool:
    """Whether the line before goes on with a figure, so that a lone one belongs to it."""
    return at > 0 and is_open(lines[at - 1].span.text, "kutipan")


def _is_foreign(text: str) -> bool:
    """Whether a line can be in no box: a mere date, or a NIP."""
    return bool(_DATE.match(text) or _NIP.search(text))


def _fit_box(key: str, text: str) -> float:
    words = _WORD.findall(text.casefold())
    if _is_foreign(text):
        return -2.0
    known = traits(key)
    hits = sum(word in known for word in words[:14])
    first = 0.5 if words and words[0] in known else 0.0
    return min(hits * 0.7 + first, 2.2) - (0.5 if key == "dasar_hukum" and not hits else 0.0)


def _goes_on(key: str, line: Piece, before: str) -> float:
    if key in KOTAK:
        if _DATE.match(line.span.text):
            return 0.6 if is_open(before, "kutipan") else -0.4
        return 0.1 + 0.5 * max(_fit_box(key, line.span.text), 0.0)
    if key == "disahkan_oleh":
        if _NIP.search(before) and any(c.isalpha() for c in line.span.text):
            return -1.0
        return 0.3 + max(fit(key, line.span.text), -3.0) * 0.5
    goes_on = key == "nama_sop" and number_of(line.span.text) is None and fit(key, line.span.text) > 0
    return (-0.6 if line.mark == PARAGRAF else 0.2) if goes_on else -4.0


def _begins(lines: Sequence[Piece], at: int) -> float:
    """How much a line looks like the begin of something new."""
    text = lines[at].span.text
    marker = number_of(text)
    score = 1.0 if lines[at].mark == PARAGRAF or at == 0 else -0.3
    if text[:1].islower() and not marker and not _DATE.match(text):
        score -= 2.0
    if marker and marker[0] != "butir":
        before = next(
            (m for i in range(at - 1, -1, -1) if (m := number_of(lines[i].span.text)) and m[0] == marker[0]),
            None,
        )
        if marker[1] == 1:
            score += 1.5
        else:
            score -= 4.0 if before and marker[1] == before[1] + 1 else 2.0
    elif not marker and at > 0 and fold(lines[at - 1].span.text)[-3:] == "dan":
        score -= 1.0
    return score
