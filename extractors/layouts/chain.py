"""The rows of a procedure in lines without cells: the chain of numbers with a duration in each link.

Lists in the boxes and inside cells are numbered too; what tells a procedure is that a
duration stands between one number and the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from extractors.lexicon.durations import COUNTED, DURATION, unit_in
from extractors.lexicon.labels import find_in
from extractors.lexicon.signs import NIP, is_office, is_person, is_rank, opens_signature
from extractors.spans import Span

_NUMBER = re.compile(
    r"^[^\w(]{0,3}(\d{1,2}|[lI](?=[.) ]))(?:\s*[.)|]+\s*|\s+(?:[|!'‘’:;¦1]{1,2}\s+(?=[A-Z]))?|$)"
    rf"(?!(?i:{COUNTED})\b|-\s*\d)(?=[A-Za-z(\[\"“|]|$)"
)
_RESIDUE = re.compile(r"[^\w\s]+\s*\d{1,2}\W*$")
_COUNT = re.compile(r"(?<![\d/.])\b\d{1,2}\b(?![\d/.])")
_MAX_GAP = 40
_MAX_TITLE = 70
_SIGNATURE_LINES = 10


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line that begins with a step's number; ``end`` is where the text behind the number begins."""

    line: int
    number: int
    end: int


def read_number(text: str) -> tuple[int, int] | None:
    """Number and end of the marker with which a line begins like a step: "3. Menyusun", "3", "5 | Memeriksa"."""
    match = None if _RESIDUE.match(text) else _NUMBER.match(text)
    return (int(match.group(1)) if match.group(1).isdigit() else 1, match.end()) if match else None


@lru_cache(maxsize=2)
def find_chain(texts: tuple[str, ...]) -> tuple[Anchor, ...]:
    """The anchors of the procedure's rows in order, empty when the lines hold no procedure.

    The result for the last texts is kept, because two arrangements ask for it.
    """
    anchors = [Anchor(at, *found) for at, text in enumerate(texts) if text and (found := read_number(text))]
    if len(anchors) < 2:
        return ()
    timed = timed_before(texts)
    labelled = _labelled(texts)
    best: list[float] = []
    trail: list[int] = []
    for j, anchor in enumerate(anchors):
        score, origin = (1.0 if anchor.number == 1 else -1.0), -1
        for i in range(j - 1, -1, -1):
            if anchor.line - anchors[i].line > _MAX_GAP or labelled[anchor.line] > labelled[anchors[i].line]:
                break
            step = anchor.number - anchors[i].number
            gain = (
                _link(step, timed[anchor.line] - timed[anchors[i].line])
                if anchor.number > 1
                else float("-inf")
            )
            if best[i] + gain > score:
                score, origin = best[i] + gain, i
        best.append(score)
        trail.append(origin)
    at = max(range(len(anchors)), key=lambda i: best[i])
    chain: list[Anchor] = []
    while at >= 0:
        chain.append(anchors[at])
        at = trail[at]
    chain.reverse()
    end = (
        chain[-1].line
        + 1
        + next((i for i, text in enumerate(texts[chain[-1].line + 1 :]) if i > 12 or not text), 0)
    )
    enough = timed[end] - timed[chain[0].line] >= max(2, len(chain) // 3)
    return tuple(chain) if len(chain) > 2 and enough else ()


def timed_before(texts: Sequence[str]) -> list[int]:
    """How many durations begin before each line; one that is broken over two lines counts once."""
    counts = [0]
    before = ""
    for text in texts:
        found = len(DURATION.findall(text)) or int(bool(_COUNT.search(before) and unit_in(text)))
        counts.append(counts[-1] + min(found, 2))
        before = text or before
    return counts


def _labelled(texts: Sequence[str]) -> list[int]:
    """How many labels of the identity page stand before each line; no procedure runs across one."""
    counts = [0]
    for text in texts:
        label = find_in(text) if text[:1].isalpha() else None
        counts.append(counts[-1] + bool(label and not label.weak))
    return counts


def _link(step: int, durations: int) -> float:
    if step == 1:
        return 1.0 + (1.0 if durations == 1 else -0.2 if durations == 0 else -0.8 * (durations - 1))
    if step == 2:
        return 0.6 if durations == 2 else 0.2 if durations == 1 else -1.5
    if step == 0:
        return 0.6 if durations == 1 else -2.0
    return float("-inf")


def number_span(span: Span, anchor: Anchor) -> Span:
    """The number of a row as it is printed, in the line that it begins."""
    head = span.text[: anchor.end]
    start = next((at for at, char in enumerate(head) if char.isalnum()), 0)
    end = next((at for at in range(start, len(head)) if not head[at].isalnum()), len(head))
    return span.cut(start, end)


def end_of(texts: Sequence[str], start: int) -> int:
    """Where the lines of the last row end: before the signature, or at the end."""
    for at in range(start + 1, len(texts)):
        text = texts[at]
        if NIP.search(text) or opens_signature(text) or is_person(text) or is_rank(text):
            return at
        if is_office(text) and len(text) < _MAX_TITLE and not DURATION.search(text):
            following = islice((texts[n] for n in range(at + 1, len(texts)) if texts[n]), _SIGNATURE_LINES)
            if text.isupper() or any(NIP.search(line) for line in following):
                return at
    return len(texts)
