"""Names of governments, regions and units in a line of text: where they stand and what they are.

Which of them made the SOP is for ``instansi`` to say.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from normalizers import fuzzy, prose
from normalizers.data import table

Golongan = Literal["pemerintah", "wilayah", "tempat", "lembaga"]

_HURUF = r"[^\W\d_]"
_KATA = re.compile(rf"{_HURUF}+")
_SAMBUNGAN = re.compile(r"(?i)(?:\b(?:dan|atau|serta)|[&/])\s*$")
_RINCIAN = re.compile(r"[,-]\s*$")
_SAMBUNGAN_DEPAN = re.compile(r"(?i)\s+(?:dan|atau|serta)\b")
_AKHIR_TEMPAT = re.compile(r"[\d,;:()\"“”|/]|\s-|-\s|\.\s")
_AKHIR_LEMBAGA = re.compile(
    r"\d{3}|[;:()\"“”|]|\s-\s|(?<!\b[Dd][Rr])(?<!\b[Ii][Rr])(?<!\b[Hh])(?<!\bProf)(?<!\bPROF)\.\s"
)
"""A stop ends a name, but not that of a title: "RSUD dr. Soedarso"."""
_PROVINSI = re.compile(r"\bprov(?:insi\s+|\.\s*|\s+)", re.IGNORECASE)
_MAKS_KATA_TEMPAT = 4
_PANJANG_BARIS = 1000  # what is longer is no line
_KATA_PENUH = 4  # letters of a word that is no abbreviation
_KATA_AWAL = 2  # "PEMERINTAH KABUPATEN"
_HURUF_KABUR = 8  # words shorter than this have neighbours that are words


@dataclass(frozen=True, slots=True)
class Nama:
    """The name of a government, region or unit in a text.

    Attributes:
        golongan: a government, a region without that word, a unit named after a place or after a task.
        jenis: kind of the region or unit, e.g. "Kabupaten", "Dinas"; "Pemerintah" for one without, as in
            "Pemerintah Aceh".
        teks: the whole name in title case.
        start: first character in the text.
        end: one behind the last.
        tepat: whether the words stood there as they are, without repair or abbreviation.
    """

    golongan: Golongan
    jenis: str
    teks: str
    start: int
    end: int
    tepat: bool


@lru_cache(maxsize=1024)
def cari(text: str) -> tuple[Nama, ...]:
    """The names in a line, left to right; "KECAMATAN SUKAMAJU KABUPATEN X" holds two of them."""
    if len(text) > _PANJANG_BARIS:
        return ()
    heads: list[re.Match[str]] = []
    reach = 0  # up to where the kind words of the last name run, as in "KANTOR KECAMATAN SUKAMAJU"
    for match in _kata_jenis().finditer(text):
        if heads and not text[reach : match.start()].strip():
            reach = match.end()
        elif not heads or _may_begin(text, heads[-1], match):
            heads.append(match)
            reach = match.end()
    ends = [*(head.start() for head in heads[1:]), len(text)]
    names = (_nama(text, head, end) for head, end in zip(heads, ends, strict=False))
    return tuple(nama for nama in names if nama)


def _may_begin(text: str, head: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a kind word behind another name begins a name, unlike in "Dinas Tata Kota" or "… dan Desa"."""
    if _SAMBUNGAN.search(text, head.end(), match.start()):
        return False
    golongan = _jenis(match[0])[0]
    if golongan in ("pemerintah", "wilayah"):
        stop = _stop(text, match.end(), len(text), place=True)
        return bool(_KATA.search(text, match.end(), stop)) and not _SAMBUNGAN_DEPAN.match(text, match.end())
    before, kind = _jenis(head[0])
    if before != "lembaga":
        return True
    # A department's own name may hold such words; a part of one is followed by the whole.
    own = table("instansi")["lembaga"][kind]["tingkat"]
    below = table("instansi")["lembaga"][_jenis(match[0])[1]]["tingkat"] if golongan == "lembaga" else 0
    # "DINAS KESEHATAN UPTD PUSKESMAS MELATI": what belongs to a department has a name of its own.
    part = own != 3 or below > own
    return part and golongan == "lembaga" and not _RINCIAN.search(text, head.end(), match.start())


def _nama(text: str, head: re.Match[str], end: int) -> Nama | None:
    """The name that begins with a kind word and ends before ``end``; None for the kind word of a sentence."""
    start, last = head.start(), head
    golongan, jenis = _jenis(head[0])
    for match in _kata_jenis().finditer(text, head.end(), end):
        if text[last.end() : match.start()].strip():
            break
        if golongan == "pemerintah" and last is head:
            jenis = _jenis(match[0])[1]
            if _jenis(match[0])[0] == "tempat":  # "PEMERINTAH DESA SUKAMAJU"
                golongan, start = "tempat", match.start()
        last = match
    stop = _stop(text, last.end(), end, place="lembaga" not in (golongan, _jenis(last[0])[0]))
    if golongan in ("pemerintah", "wilayah"):
        stop = _akhir_wilayah(text, last.end(), stop, jenis)
    if not text[last.end() : stop].strip() and not _bare(text, start, last):
        return None
    printed = text[start:stop].rstrip(" .,-&")
    canon = _kata_jenis().sub(lambda match: _canon(match[0]), _provinsi_utuh(printed))
    teks = prose.judul(prose.ejaan(canon).nilai)
    tepat = teks.casefold() == " ".join(printed.split()).casefold()
    return Nama(golongan, jenis, teks, start, start + len(printed), tepat)


def _provinsi_utuh(printed: str) -> str:
    """The name with a province written out at its end: "PROV. KALTIM"."""
    level = _PROVINSI.search(printed)
    whole = _provinsi_pendek().get(printed[level.end() :].casefold()) if level else None
    if level is None or whole is None:
        return printed
    return f"{printed[: level.end()]}{whole.upper() if printed.isupper() else whole}"


@cache
def _provinsi_pendek() -> dict[str, str]:
    """The short forms of provinces that are one word, with the names in full."""
    names = table("lembaga")["provinsi"].items()
    return {
        alias: name
        for name, forms in names
        for alias in forms
        if " " not in alias and alias != name.casefold()
    }


def _akhir_wilayah(text: str, start: int, stop: int, jenis: str) -> int:
    """Where the name of a known region ends before ``stop``: "KABUPATEN WANASARI KEPENDUDUKAN" goes on with something else."""
    names, lanjutan = _wilayah()
    words = list(_KATA.finditer(text, start, stop))
    for count in range(min(len(words) - 1, _MAKS_KATA_TEMPAT), 0, -1):
        if " ".join(word[0] for word in words[:count]).casefold() in names.get(jenis, ()):
            return stop if words[count][0].casefold() in lanjutan else words[count - 1].end()
    return stop


@cache
def _wilayah() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The names of regions by kind, and the words with which those of others go on."""
    data = table("wilayah")
    names = {jenis: frozenset(name.casefold() for name in some) for jenis, some in data["nama"].items()}
    return names, frozenset(data["lanjutan"]["kata"])


def _bare(text: str, start: int, last: re.Match[str]) -> bool:
    """Whether kind words alone are a name: "Inspektorat", or "KELURAHAN" alone on its line."""
    golongan, jenis = _jenis(last[0])
    if golongan == "lembaga":
        return bool(table("instansi")["lembaga"][jenis]["utuh"])
    return golongan == "tempat" and not text[:start].strip() and not text[last.end() :].strip()


def _stop(text: str, start: int, end: int, *, place: bool) -> int:
    """Where the name ends that begins in front of ``start``."""
    sign = (_AKHIR_TEMPAT if place else _AKHIR_LEMBAGA).search(text, start, end)
    end = sign.start() if sign else end
    akhir, bukan_tempat = _kata_akhir()
    kapital = text[start - 1 : start].isupper()
    first = ""
    for count, match in enumerate(_KATA.finditer(text, start, end)):
        word = match[0]
        first = first or word
        if word.casefold() in akhir or (kapital and _kapital_saja(first) and _huruf_kecil(word)):
            return match.start()
        if place and (
            count == _MAKS_KATA_TEMPAT or word.casefold() in bukan_tempat or _other_case(first, word)
        ):
            return match.start()
    return end


def _other_case(first: str, word: str) -> bool:
    """Whether a word cannot belong to a place: "Kabupaten Wanasari BAGAS W", "Kecamatan Sukamaju menerima"."""
    return word.islower() or (len(word) > 1 and word.isupper() and not first.isupper())


def _kapital_saja(word: str) -> bool:
    """Whether a word is set in capitals and is no abbreviation."""
    return word.isupper() and len(word) >= _KATA_PENUH


def _huruf_kecil(word: str) -> bool:
    """Whether a word begins anew behind a name in capitals: "KECAMATAN SUKAMAJU Disahkan"."""
    return len(word) >= _KATA_PENUH and word[0].isupper() and word[1:].islower()


@cache
def _kata_akhir() -> tuple[frozenset[str], frozenset[str]]:
    data = table("instansi")["nama"]
    return frozenset(data["akhir"]), frozenset(data["bukan_tempat"])


@cache
def _jenis_kata() -> dict[str, tuple[Golongan, str]]:
    """Kind words, lower case with single blanks, with what they stand for."""
    data = table("instansi")
    kinds: dict[str, tuple[Golongan, str]] = {}
    for jenis, words in data["pemerintah"].items():
        kinds |= dict.fromkeys(words, ("pemerintah", jenis))
    for jenis, words in data["wilayah"].items():
        kinds |= dict.fromkeys(words, ("wilayah", jenis))
    for jenis, entry in data["tempat"].items():
        kinds |= dict.fromkeys(entry["kata"], ("tempat", jenis))
    for jenis, entry in data["lembaga"].items():
        kinds |= dict.fromkeys(entry["kata"], ("lembaga", jenis))
    return kinds


@cache
def _kata_jenis() -> re.Pattern[str]:
    words = sorted(_jenis_kata(), key=len, reverse=True)
    forms = (r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<!{_HURUF})(?:{'|'.join(forms)})(?!{_HURUF})", re.IGNORECASE)


def _jenis(word: str) -> tuple[Golongan, str]:
    return _jenis_kata()[" ".join(word.lower().split())]


def _canon(word: str) -> str:
    jenis = _jenis(word)[1]
    return jenis.upper() if word.isupper() else jenis


@lru_cache(maxsize=1024)
def rapikan(text: str) -> str:
    """A letterhead line with slips repaired in the kind words that it may begin with: "KECAMATAM SUKAMAJU"."""

    def one(match: re.Match[str]) -> str:
        word = match[0].casefold()
        if len(word) < _HURUF_KABUR or word in _kata_utuh():
            return match[0]
        nearest = fuzzy.nearest(word, _kata_utuh(), 1)
        if nearest is None:
            return match[0]
        return nearest.upper() if match[0].isupper() else nearest.capitalize()

    return _KATA.sub(one, prose.ejaan(text).nilai, count=_KATA_AWAL)


@cache
def _kata_utuh() -> tuple[str, ...]:
    """Kind words long enough for a slip, sorted."""
    words = {word for word in _jenis_kata() if word.isalpha() and len(word) >= _HURUF_KABUR}
    return tuple(sorted(words))
