"""Running text: one clean line, safe spelling repairs, the casing of titles.

Nothing here knows a field. What is repaired stands in closed lists (``data/ejaan.toml``);
what only a person may decide comes back as a witness, not as the value.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from normalizers.data import table
from normalizers.reading import KOREKSI, Reading, Saksi

KEYAKINAN_EJAAN = 0.95
"""Factor on the confidence of a value whose spelling was repaired."""

# What a text that needs work has in it; most cells have none. Looking for each is faster than one pattern.
_TANDA_KOTOR = ("  ", "**", "^", "`", "~", " ,", " ;", " .", " )", "( ", "- ")
_TAK_TAMPAK = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_LUNAK = re.compile("\u00ad\\s*")
_DERAU = re.compile(r"\*\*|[\^`]|~(?!\s*\d)")
_TITIK_LEPAS = re.compile(r"(?<!\S)[·∙˙¨¬¦]+(?!\S)")
_BUTIR = "•▪■□●○◦‣➢➤►▸✓✔❖\ue000-\uf8ff"
_BUTIR_TEPI = re.compile(rf"^(?:[{_BUTIR}]\s*)+|(?:\s*[{_BUTIR}])+$")
_BUTIR_ASING = re.compile("[\ue000-\uf8ff]")
_SELA_TANDA = re.compile(r"\s+([,;)]|\.(?!\.))")
_SELA_KURUNG = re.compile(r"\(\s+")
_PENGGALAN_PADAT = re.compile(r"(?<=\d)-\s*\n\s*(?=\d)|(?<=\w)/\s*\n\s*(?=\w)")
_PENGGALAN = re.compile(r"([^\W\d_]+)-(\s+)([^\W\d_]+)")

# Letters with an accent that Indonesian place names and dictionaries do write; all others are OCR's.
_AKSEN_SAH = frozenset("éèêôÉÈÊÔ")
_AWALAN_BERSAMBUNG = frozenset({"e", "eks", "non"})
_AKHIRAN_LEPAS = frozenset({"an", "kan", "lah", "nya"})

_KATA = re.compile(r"[A-Za-z]+")
_BUKAN_HURUF = {code: " " for code in range(128) if not chr(code).isalpha()}
_KATA_JUDUL = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")
_ROMAWI = re.compile(r"X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3}")
_VOKAL = re.compile("[AEIOUY]")
_BAGIAN_KAPITAL = 0.7
_PANJANG_SINGKATAN = range(2, 6)
_SINGKATAN_AKHIR = (" dll.", " dsb.", " dst.")


@lru_cache(maxsize=8192)
def bersih(text: str) -> str:
    r"""The text as one clean line; doing it twice changes nothing.

    Lines and broken hyphenation are joined ("Lembar-\nan", but "Undang-\nUndang" keeps its
    hyphen), white space is collapsed, ligatures are spelled out, accents that Indonesian does
    not write are dropped, and so is the noise that OCR and markup leave (zero-width characters,
    carets, ``**``, bullets at either end).
    """
    # Each pass shortens the text or leaves it, so this ends; a second pass finds what the first laid bare.
    while _kotor(text) and (cleaner := _sekali(text)) != text:
        text = cleaner
    return text


def _kotor(text: str) -> bool:
    return (
        not (text.isascii() and text.isprintable())
        or text[:1] == " "
        or text[-1:] == " "
        or any(map(text.__contains__, _TANDA_KOTOR))
    )


def _sekali(text: str) -> str:
    text = _TAK_TAMPAK.sub("", _LUNAK.sub("", text))
    if not text.isascii():
        text = "".join(map(_huruf, unicodedata.normalize("NFC", text)))
    text = _PENGGALAN_PADAT.sub(lambda m: m[0][0], text)
    text = _PENGGALAN.sub(_sambung, text)
    text = _TITIK_LEPAS.sub(" ", _DERAU.sub("", text))
    text = _BUTIR_TEPI.sub("", " ".join(text.split()))
    text = _BUTIR_ASING.sub("•", text)
    return _SELA_KURUNG.sub("(", _SELA_TANDA.sub(r"\1", text)).strip()


@cache
def _huruf(char: str) -> str:
    """A character as Indonesian text writes it: plain letters, plain spaces and hyphens."""
    if char.isascii() or char in _AKSEN_SAH:
        return char
    if char.isspace():
        return " "
    if char in "\u2010\u2011":
        return "-"
    if unicodedata.category(char) == "Mn":
        return ""
    if char.isalpha() or "\uff01" <= char <= "\uff5e":
        plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        return plain if plain.isascii() else char
    return char


def _sambung(match: re.Match[str]) -> str:
    """A word and what follows its hyphen: joined, hyphenated, or left apart."""
    left, gap, right = match.groups()
    if left.lower() in _AWALAN_BERSAMBUNG or _kata_ulang(left.lower(), right.lower()):
        return f"{left}-{right}"
    if "\n" not in gap:
        return left + right if right in _AKHIRAN_LEPAS else match[0]
    if right.islower() and not (left.isupper() and len(left) > 1):  # "KTP-\nel" keeps its hyphen
        return left + right
    return left + right if left.isupper() and right.isupper() else f"{left}-{right}"


def _kata_ulang(left: str, right: str) -> bool:
    """Whether the hyphen belongs to a reduplication: undang-undang, perundang-undangan, surat-menyurat."""
    if left == right or (len(left) > 3 and right.endswith(left[1:])):
        return True
    return any(left.endswith(right[:length]) for length in range(min(len(left), len(right)), 3, -1))


@lru_cache(maxsize=8192)
def ejaan(text: str) -> Reading[str]:
    """The text with the safe spelling repairs applied, its case kept.

    A form that only a person may change stays; the witness "usul_ejaan" then holds the text
    with it changed.
    """
    lowered = text.lower()
    words = lowered.translate(_BUKAN_HURUF).split()
    repaired = text if _ejaan_aman().keys().isdisjoint(words) else _ganti(text, _ejaan_aman())
    frasa: Mapping[str, str] = table("ejaan")["frasa"]
    for wrong in frasa:
        if wrong in lowered:
            repaired = _ganti(repaired, frasa, re.compile(rf"\b{wrong}\b", re.IGNORECASE))
    usul: Mapping[str, str] = table("ejaan")["usul"]
    saksi = () if usul.keys().isdisjoint(words) else (Saksi("", "usul_ejaan", _ganti(repaired, usul)),)
    if repaired == text:
        return Reading(text, saksi=saksi)
    return Reading(repaired, KOREKSI, KEYAKINAN_EJAAN, saksi=saksi)


def _ganti(text: str, repairs: Mapping[str, str], pattern: re.Pattern[str] = _KATA) -> str:
    """The text with each match of the pattern that has a repair repaired, in its own case."""

    def one(match: re.Match[str]) -> str:
        right = repairs.get(match[0].lower())
        return match[0] if right is None else _ikut_kapital(match[0], right)

    return pattern.sub(one, text)


def _ikut_kapital(model: str, word: str) -> str:
    """The words with the capitals of the model: all, each first, none."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    caps = [part[:1].isupper() for part in model.split()]
    parts = word.split()
    return " ".join(p[:1].upper() + p[1:] if c else p for p, c in zip(parts, caps, strict=True))


@cache
def _ejaan_aman() -> dict[str, str]:
    """Every damaged form that is repaired anywhere, lower case, with the right one."""
    data = table("ejaan")
    words = data["glif"]["kata"]
    repairs = {form: word for word in words for form in _salah_glif(word, data["glif"]["tukar"])}
    for word in words:
        repairs.pop(word, None)
    repairs.update(data["kata"])
    return repairs


def _salah_glif(word: str, swaps: list[list[str]]) -> Iterator[str]:
    """The word with one letter taken for its look-alike, at one place and at all of them."""
    for right, wrong in swaps:
        places = [m.start() for m in re.finditer(right, word)]
        for place in places:
            yield word[:place] + wrong + word[place + len(right) :]
        if len(places) > 1:
            yield word.replace(right, wrong)


@lru_cache(maxsize=2048)
def judul(text: str, singkatan: frozenset[str] = frozenset()) -> str:
    """A name or title in title case where it stands in capitals, else as printed with a capital first.

    Abbreviations and Roman numerals keep their form, small words stay small, a final full
    stop goes: "PENGURUSAN KTP DI KECAMATAN." becomes "Pengurusan KTP di Kecamatan".

    Args:
        text: the name as printed, safe slips repaired.
        singkatan: abbreviations that this document uses besides the known ones, see `singkatan_dalam`.
    """
    titled = _sekali_judul(bersih(text), singkatan)
    # "aB" is all capitals only once it begins with one
    return titled if titled == text else judul(titled, singkatan)


def singkatan_dalam(texts: Iterable[str]) -> frozenset[str]:
    """The words that texts write in capitals and never otherwise, titles and headings in capitals aside.

    "Rancangan APB Desa" tells that APB is an abbreviation; a word of some letters more may be stressed.
    """
    capital: set[str] = set()
    other: set[str] = set()
    for text in texts:
        if not _kapital(text):
            for word in _KATA_JUDUL.findall(text):
                (capital if word.isupper() else other).add(word)
    other = {word.casefold() for word in other}
    return frozenset(w for w in capital if len(w) in _PANJANG_SINGKATAN and w.casefold() not in other)


def _sekali_judul(text: str, singkatan: frozenset[str]) -> str:
    if not text.endswith(_SINGKATAN_AKHIR):
        text = text.rstrip(" .;:")
    if _kapital(text):
        text = _KATA_JUDUL.sub(
            lambda m: m[0] if m[0] in singkatan else _kata_judul(m[0], first=m.start() == 0), text
        )
    place = next((i for i, c in enumerate(text) if c.isalnum()), 0)
    if text[place : place + 2] == "e-":  # e-KTP at the beginning, too
        return text
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


def _kapital(text: str) -> bool:
    """Whether the letters of a text are mostly capitals."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper > 1 and upper >= _BAGIAN_KAPITAL * (upper + lower)


def _kata_judul(word: str, *, first: bool) -> str:
    known = _bentuk().get(word.casefold())
    if known is not None:
        return known if not first or known[0].isupper() or "-" in known else known.capitalize()
    if "-" in word:
        return "-".join(_kata_judul(part, first=first or i > 0) for i, part in enumerate(word.split("-")))
    if not word.isupper() or not _VOKAL.search(word) or _ROMAWI.fullmatch(word):
        return word
    return word.capitalize()


@cache
def _bentuk() -> dict[str, str]:
    """The written form of abbreviations and small words by their folded form."""
    data = table("singkatan")
    return {form.casefold(): form for form in (*data["kata_kecil"], *data["bentuk"])}
