"""Where the steps of a procedure stand in lines that no number and no cell marks: below the identity page, by their verbs."""

import re
from collections.abc import Sequence

from extractors.layouts.loose.heads import names_columns
from extractors.layouts.loose.words import VERBAL, verb_likeness
from extractors.lexicon.labels import find
from extractors.pages import Line

_LEADING = re.compile(r"[\W\d_]*(?:[Il1!](?=[A-Z][a-z]{2}))?")
_SEVERAL = 2


def find_steps(lines: Sequence[Line]) -> tuple[int, list[int]]:
    """Where the procedure may begin, and the lines behind it that begin like a step.

    It begins behind the last label of the identity page, on a page or below a heading of its own, or with its steps.
    """
    low = _behind_labels(lines)
    verbs = [at for at in range(low, len(lines)) if begins_step(lines[at].span.text)]
    page = next((at for at in range(low, len(lines)) if _begins_page(lines, at)), len(lines))
    named = next((at for at in range(low, len(lines)) if names_columns(lines[at].span.text)), len(lines))
    start = min(page, named)
    before = [at for at in verbs if at < start]
    if len(before) >= _SEVERAL:
        start = before[0]
    elif start == len(lines):
        start = low
    return start, [at for at in verbs if at >= start]


def begins_step(text: str) -> bool:
    """Whether a line begins with a verb, whatever number or residue stands before it."""
    found = _LEADING.match(text)
    return verb_likeness(text[found.end() if found else 0 :]) > VERBAL


def _behind_labels(lines: Sequence[Line]) -> int:
    found = 0
    seen: set[str] = set()
    for at, line in enumerate(lines):
        label = find(line.span) if line.span else None
        if label and not label.weak and label.key not in seen:
            seen.add(label.key)
            found = at + 1
    return found


def _begins_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a page begins with a line: it was fed, or two empty lines stand above."""
    if lines[at].top:
        return True
    return at > 1 and bool(lines[at].span) and not lines[at - 1].span and not lines[at - 2].span
