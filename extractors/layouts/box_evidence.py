"""How much a text looks like the content of each box, and how much like none."""

import re
from functools import lru_cache

from extractors.lexicon.durations import DURATION
from extractors.lexicon.labels import names_no_box, traits
from extractors.lexicon.signs import (
    CITATION,
    NIP,
    REGULATION,
    cites,
    is_full_address,
    is_office,
    is_person,
    is_rank,
    is_unit,
    title_rest,
)
from extractors.raw import KOTAK
from extractors.texts.running_lines import is_page_number

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MARK = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s*|\s*[-–•*]\s*")
_GOES_ON_CITING = re.compile(
    r"\b(?:lembaran|tambahan|republik\s+indonesia|nomor\s+\d+|no\.?\s+\d+|tahun\s+(?:19|20)\d\d|tentang|berita\s+(?:negara|daerah))\b",
    re.IGNORECASE,
)
_CITES = re.compile(rf"\W*{REGULATION}")
_RELATED = re.compile(r"\W*(?:SOP|POS|SPO|prosedur\s+tetap|standar\s+operasional)\b", re.IGNORECASE)
_DATE = re.compile(r"\W*\d{1,2}[-/ .][\w]{2,9}[-/ .](?:19|20)\d\d\W*")
_SCANNED = re.compile(r"\W*(?:dipindai|scanned)\s+(?:dengan|oleh|with|by)\b", re.IGNORECASE)
"""What apps of telephones write below each page."""
_NEVER = -4.0
_OFFICE = 14
"""Letters from which a line that begins with a title of office is more than the end of an entry: \"kepada / Camat;\"."""
_HEADED, _ANEW = ("kualifikasi_pelaksana",), -0.8
"""Boxes whose entries begin with words of theirs, and what it costs that a line that does so goes on with one."""
_RECORDS = ("pencatatan_pendataan",)
"""The box that the name of an office has a word of."""
_HIT, _FIRST, _MOST = 0.6, 0.7, 2.2
_MOST_WORDS = 14
"""Words of a text that are looked at."""

Evidence = tuple[float, ...]


@lru_cache(maxsize=4096)
def evidence(text: str) -> Evidence:
    """For each box of ``KOTAK`` how well an entry that begins with a text would fit it, 0 being no opinion."""
    bare = text[found.end() :] if (found := _MARK.match(text)) else text
    if _is_foreign(text, bare):
        return (_NEVER,) * len(KOTAK)
    words = _words(bare)
    scores = [_by_words(key, words) for key in KOTAK]
    law, related = KOTAK.index("dasar_hukum"), KOTAK.index("keterkaitan")
    if cites(bare):
        scores = [min(score, 0.0) - 2.0 for score in scores]
        scores[law] = 3.5
    elif _RELATED.match(bare):
        scores = [min(score, 0.0) - 1.5 for score in scores]
        scores[related] = 2.5
    else:
        scores[law] = min(scores[law], 0.6) - 1.2
        scores[related] -= 0.1
    if DURATION.search(text):
        scores = [score - 2.0 for score in scores]
    if names_no_box(bare):
        scores = [
            min(score, 0.0) if key in _RECORDS else score for key, score in zip(KOTAK, scores, strict=True)
        ]
    if (is_unit(bare) or is_office(bare)) and bare.isupper():
        scores = [score - 3.0 for score in scores]
    return tuple(scores)


@lru_cache(maxsize=4096)
def going_on(text: str) -> Evidence:
    """The same of a line that goes on with an entry."""
    if _is_foreign(text, text):
        return (_NEVER,) * len(KOTAK)
    words = _words(text)
    begins = text[:1].isupper() and words
    scores = [
        _ANEW if begins and key in _HEADED and words[0] in traits(key) else 0.4 * _by_words(key, words)
        for key in KOTAK
    ]
    if _GOES_ON_CITING.search(text):
        scores[KOTAK.index("dasar_hukum")] += 0.0 if begins and CITATION.match(text) else 1.0
    if (
        (is_unit(text) and text.isupper())
        or (is_office(text) and len(text) > _OFFICE)
        or DURATION.search(text)
    ):
        scores = [score - 2.0 for score in scores]
    if _RELATED.match(text) and text[:1].isupper():
        scores = [score - 1.2 for score in scores]
    return tuple(scores)


def says_of_regulation(text: str) -> bool:
    """Whether a line has words of a citation, wherever: "Pelaksanaan Undang-Undang Nomor 23" heads no column."""
    return bool(_CITES.match(text) or _GOES_ON_CITING.search(text))


def _is_foreign(text: str, bare: str) -> bool:
    """Whether a text is of no box: an officer, a NIP, a date, a title, what an app wrote below the page."""
    dated = NIP.search(text) or _DATE.fullmatch(bare) or is_person(text) or is_rank(text)
    dated = dated or is_full_address(text) or is_page_number(text)
    return bool(dated or title_rest(bare) is not None or _SCANNED.match(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)][:_MOST_WORDS]


def _by_words(key: str, words: list[str]) -> float:
    known = traits(key)
    hits = len({word for word in words if word in known})
    return min(_HIT * hits + _FIRST * bool(words and words[0] in known), _MOST)
