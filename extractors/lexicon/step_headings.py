"""Whether a line outside of tables is the heading of the steps: "D. PROSEDUR", "Langkah-langkah Kegiatan:".

And the word that a step may have before its number.
"""

from typing import Final

from extractors.data import table
from extractors.lexicon.labels import section_named

LANGKAH, LAIN = "langkah", "lain"
"""The section that holds the steps, and those that are part of no SOP of the standard."""
COUNTED: Final = rf"(?i:{'|'.join(table('kalimat')['langkah'])})\s+"
"""A regular expression: "Langkah 3." begins so."""
_MARK = 3
"""Letters at most of the mark before such a name."""
_AROUND = " :.-"


def heads_steps(text: str) -> bool:
    """Whether a line is the name of what holds the steps, be it behind a mark."""
    words = text.split()
    start = 1 if len(words) > 1 and len(words[0]) <= _MARK else 0
    return any(section_named(" ".join(words[low:]).strip(_AROUND)) == LANGKAH for low in {0, start})


def begins_with_heading(text: str) -> bool:
    """The same of a heading that goes on with the name of the SOP: "PROSEDUR PENYUSUNAN JADWAL PIKET"."""
    words = text.split()
    return any(heads_steps(" ".join(words[:high])) for high in range(1, len(words) + 1))
