"""The number of the SOP itself, a code of segments between slashes.

Its digits are never repaired: no second witness says what the office wrote.
"""

import re
from functools import lru_cache

from normalizers import prose
from normalizers.reading import Reading

_AWALAN = re.compile(r"^(?:(?:(?:nomor|nomer|no|sop)\b[\s.]*)*[:;=]\s*)+", re.IGNORECASE)
_SELA_GARIS = re.compile(r"\s*/\s*")
_SELA_HURUF = re.compile(r"(?<=\d)\s+(?=[A-Za-z](?:/|$))|(?<=\d\.)\s+(?=\d)|(?<=\d)\s+(?=\.\d)")
# "Kec. Sukamaju" between slashes is written in words, and then so are the blanks around them.
_BERKATA = re.compile(r"[^\W\d_]{2}\.?\s+[^\W\d_]{2}")


@lru_cache(maxsize=1024)
def parse(text: str) -> Reading[str | None]:
    """The number without stray blanks, "20.4/ 2 c /355/2022" as "20.4/2c/355/2022"; None for dots or dashes only."""
    nomor = _AWALAN.sub("", prose.bersih(text), count=1).rstrip(" .,;:")
    if not any(map(str.isalnum, nomor)):
        return Reading(None)
    if _BERKATA.search(nomor):
        return Reading(nomor)
    return Reading(_SELA_HURUF.sub("", _SELA_GARIS.sub("/", nomor)))
