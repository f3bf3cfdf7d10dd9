"""Ways that are runs through the letters of a name at a decision, which an engine read by now."""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import Box
from extractors.flow.phrases import Phrase
from extractors.flow.tracing import Way

EDGE: Final = 0.15
"""Of the height of a name: what runs nearer to its upper or lower edge may be a line beside it."""
BESIDE: Final = 5.0
"""Points by which a run may stand out of the box of its name."""


def without_written(ways: Sequence[Way], phrases: Sequence[Phrase]) -> list[Way]:
    """Ways of a scan without those that lie within a name from beginning to end.

    Args:
        ways: over lines of one page.
        phrases: on that page.
    """
    inner = [
        Box(x0 - BESIDE, y0 + EDGE * (y1 - y0), x1 + BESIDE, y1 - EDGE * (y1 - y0))
        for x0, y0, x1, y1 in (phrase.box for phrase in phrases)
    ]
    return [way for way in ways if not any(all(box.holds(*point) for point in way.course) for box in inner)]
