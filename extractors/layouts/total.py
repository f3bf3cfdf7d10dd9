"""The whole time of a procedure, stated on a line below it."""

import re
from collections.abc import Iterator, Sequence

from extractors.fragments import FlowRow
from extractors.lexicon.durations import DURATION
from extractors.raw import RawField, RawStep

_TOTAL = re.compile(r"\W*(?:total|jumlah)\b", re.IGNORECASE)
_SURE = 0.97


def total_of(tail: Sequence[FlowRow]) -> Iterator[RawStep]:
    """The line below the procedure that states its whole time, as a row of it: "Total waktu: 1 hari 15 menit"."""
    for row in tail:
        text = row.fragments[0].span
        times = list(DURATION.finditer(text.text)) if _TOTAL.match(text.text) else []
        if times:
            head = text.cut(0, times[0].start()).strip()
            time = text.cut(times[0].start(), times[-1].end())
            yield RawStep(
                None, RawField(head, "tabel", _SURE), None, RawField(time, "tabel", _SURE), None, None
            )
            return
