"""The number of the SOP itself, a code of segments between slashes.

Its digits are never repaired: no second witness says what the office wrote.
"""

import re
from functools import lru_cache

from extractors.sheets import TAK_TERBACA
from normalizers import prose
from normalizers.reading import KOREKSI, Reading

_AWALAN = re.compile(r"^(?:(?:(?:nomor|nomer|no|sop)\b[\s.]*)*[:;=]\s*)+", re.IGNORECASE)
_SELA_GARIS = re.compile(r"\s*/\s*")
_SOP = re.compile(r"(?:(?<=\d)\s*([I|l])|(?<![^\W_]))[Ss5][0Oo][Pp](?=[-/.])")
_BULAN = re.compile(r"(?<=/)(?=[VX1l]*[VX])[IVX1l]{2,4}(?=/(?:19|20)\d\d\b)")
_YAKIN_KOREKSI = 0.9
_KATA, _KATA_NOMOR = re.compile(r"[^\W\d_]{3,}"), 6
"""Words of a number that has no strokes, at most."""
_SELA_HURUF = re.compile(r"(?<=\d)\s+(?=[A-Za-z](?:/|$))|(?<=\d\.)\s+(?=\d)|(?<=\d)\s+(?=\.\d)")
# "Kec. Sukamaju" between slashes is written in words, and then so are the blanks around them.
_BERKATA = re.compile(r"[^\W\d_]{2}\.?\s+[^\W\d_]{2}")


@lru_cache(maxsize=1024)
def parse(text: str) -> Reading[str | None]:
    """The number without stray blanks, "20.4/ 2 c /355/2022" as "20.4/2c/355/2022"; None for dots or dashes only.

    A number of which a part could not be read is none: the rest of it is another number.

    The word SOP, a slash before it and the roman month are put right where an engine took one stroke for another.
    """
    if TAK_TERBACA in text:
        return Reading(None)
    nomor = _AWALAN.sub("", prose.bersih(text), count=1).rstrip(" .,;:")
    if not any(map(str.isalnum, nomor)) or _is_prose(nomor):
        return Reading(None)
    if not _BERKATA.search(nomor):
        nomor = _SELA_HURUF.sub("", _SELA_GARIS.sub("/", nomor))
    whole = _BULAN.sub(lambda m: m[0].replace("1", "I").replace("l", "I"), _SOP.sub(_sop, nomor))
    return Reading(whole) if whole == nomor else Reading(whole, KOREKSI, _YAKIN_KOREKSI)


def _is_prose(nomor: str) -> bool:
    """Whether a text can be no number: no digit and no stroke in it, or a sentence with no code of its own."""
    code = any(map(str.isdigit, nomor)) or "/" in nomor
    return not code or ("/" not in nomor and len(_KATA.findall(nomor)) > _KATA_NOMOR)


def _sop(match: re.Match[str]) -> str:
    if match[1] is None and match[0].isalpha():
        return match[0]
    return f"{'/' if match[1] else ''}SOP"
