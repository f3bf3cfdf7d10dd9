"""Words that carry the grammar of a citation, broken in two, run together or damaged, put right.

Only what can mean nothing else: the vocabulary is small (``data/ejaan_hukum.toml``), and a word
that any known regulation has in its title is never touched. Digits are for ``naskah``.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from normalizers import fuzzy, kamus
from normalizers.data import rows, table

Ganti = tuple[int, int, str]
"""Replace the characters from the first to before the second position by the text."""

_KATA = re.compile(r"[A-Za-z]+")
_ANGKA_SESUDAH = re.compile(r"[\s.:]*[\dOIlSZB]")
_KATA_SEBELUM = re.compile(r"([A-Za-z]+)[.,]?\s+$")
_SEBELUM = 16
"""Within so many characters the word before one begins."""
_HURUF_KABUR = 5
_HURUF_PANJANG = 9


def patah(text: str) -> list[Ganti]:
    """The joins of words that a blank broke: "Pera turan", "No mor"; left to right."""
    utuh, kata = _utuh(), list(_KATA.finditer(text))
    found: list[Ganti] = []
    for left, right in pairwise(kata):
        if right.start() != left.end() + 1 or text[left.end()] != " ":
            continue
        if found and found[-1][1] > left.start():
            continue
        pair = (left[0] + right[0]).lower()
        if pair in utuh and not {left[0].lower(), right[0].lower()} <= _berdiri_sendiri():
            found.append((left.end(), right.start(), ""))
    return found


def lekat(text: str) -> list[Ganti]:
    """The blanks that are lost between such words: "telahdiubah", "Perangkat Daerahsebagaimana"."""
    lower = text.lower()
    found = [
        (match.start(), match.start(), " ")
        for kata, pattern in _lekat()
        if kata in lower  # nearly always none is there, and looking for that costs least
        for match in pattern.finditer(text)
    ]
    return sorted(found)


def salah(text: str) -> list[Ganti]:
    """The repairs of such words that are a letter or two off: "Tahvn 2023", "Peraturau"."""
    found = []
    for match in _KATA.finditer(text):
        word = match[0].lower()
        if len(word) < _HURUF_KABUR or (right := _betul(word)) == word:
            continue
        if right in _bernomor() and not _ANGKA_SESUDAH.match(text, match.end()):
            continue
        if match[0][0].isupper() and _menamai(text, match.start()) and right not in _sesudah_wilayah():
            continue
        found.append((match.start(), match.end(), _seperti(match[0], right)))
    return found


def _menamai(text: str, at: int) -> bool:
    """Whether a place is named here: behind "Kabupaten" or "Bupati" stands what is like "Lembaran" and is none."""
    before = _KATA_SEBELUM.search(text, max(0, at - _SEBELUM), at)
    return before is not None and before[1].lower() in _wilayah()


def _seperti(model: str, kata: str) -> str:
    """The word in the capitals of the model."""
    if model.isupper():
        return kata.upper()
    return kata.capitalize() if model[0].isupper() else kata


@lru_cache(maxsize=4096)
def _betul(word: str) -> str:
    """The one word of the grammar that a word is a damaged form of; itself where it is a word."""
    if word in _sah():
        return word
    forms = [word, *_sebentuk(word)]
    for form in forms:
        if form in _utuh_panjang():
            return form
    for form in forms:
        right = fuzzy.nearest(form, _utuh_panjang(), 2)
        limit = 1 if len(form) < _HURUF_PANJANG else 2
        if right and fuzzy.distance(form, right) <= limit:
            return right
    return word


def _sebentuk(word: str) -> Iterator[str]:
    """What looks the same: two letters that were read for one, and one that was read for two."""
    for pair, letter in table("ejaan_hukum")["utuh"]["sobek"]:
        if pair in word:
            yield word.replace(pair, letter)
        for at in re.finditer(letter, word):
            yield word[: at.start()] + pair + word[at.end() :]


@cache
def _utuh() -> frozenset[str]:
    """The words that are whole, short ones too; every word of a head is one."""
    own = table("ejaan_hukum")["utuh"]
    return frozenset(
        (*own["kata"], *own["bernomor"], *own["pendek"], *kamus.kosakata(), *kamus.kata_provinsi())
    )


@cache
def _berdiri_sendiri() -> frozenset[str]:
    """The words that may stand beside each other: "Permenpan RB" is not broken."""
    return _utuh() | kamus.kata_kepala()


@cache
def _utuh_panjang() -> tuple[str, ...]:
    own = table("ejaan_hukum")["utuh"]
    return tuple(sorted(word for word in (*own["kata"], *own["bernomor"]) if len(word) >= _HURUF_KABUR))


@cache
def _bernomor() -> frozenset[str]:
    """Words that are only told from others by the digits behind them."""
    return frozenset(table("ejaan_hukum")["utuh"]["bernomor"])


@cache
def _wilayah() -> frozenset[str]:
    """The words that a place's name follows: kinds of regions, and their heads."""
    known = table("instansi")
    kinds = [kata for some in known["wilayah"].values() for kata in some]
    kinds += [kata for isi in known["tempat"].values() for kata in isi["kata"]]
    return frozenset(kata.rstrip(".") for kata in (*kinds, *known["kepala_daerah"], "walikota"))


@cache
def _sesudah_wilayah() -> frozenset[str]:
    """What else than a name may follow them: "Bupati Kabupaten", "Bupati Nomor", "Gubernur tentang"."""
    return _bernomor() | _wilayah() | {"tentang"}


@cache
def _sah() -> frozenset[str]:
    """Words that are right as they stand: of heads, of the grammar, of the titles in the register."""
    titles: Callable[[str], list[str]] = _KATA.findall
    known = {word.lower() for row in rows("peraturan") for word in titles(row["tentang"])}
    return frozenset(known | _utuh() | set(table("ejaan_hukum")["utuh"]["bukan"]))


@cache
def _lekat() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What the words look like run together, and where the blank belongs."""
    own = table("ejaan_hukum")["utuh"]
    pairs = [
        (re.sub(r"\\b", "", left + right), rf"(?<=\b{left})(?={right})") for left, right in own["berurutan"]
    ]
    ends = [(re.sub(r"\\", "", word), rf"(?<=[a-z]{{3}})(?={word}(?!\w))") for word in own["akhir"]]
    return tuple((kata, re.compile(pattern, re.IGNORECASE)) for kata, pattern in (*pairs, *ends))
