"""Where the office of an approving officer begins and ends in a line of text.

A block often runs office, region and name together in capitals ("CAMAT BULU KABUPATEN
SUKAMAJU ADI FULAN, S.STP"). What tells them apart: the words that offices are named with,
the place of the unit, place names of two words, a change of capitals, titles of persons.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from normalizers import fuzzy, kamus, nama, prose
from normalizers.data import table

_KATA = re.compile(r"\S+")
_HURUF = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LEKAT = re.compile(r"\b(provinsi)([^\W\d_]{3,}(?: [^\W\d_]+){0,2})", re.IGNORECASE)
_SAMBUNG = frozenset({"dan", "&", "/", "serta"})
_BUKAN_AWAL = frozenset(table("jabatan")["kantor"]["bukan_awal"])
_PEMERINTAHAN = frozenset(table("jabatan")["kantor"]["sebelum_wilayah"])

_KATA_JABATAN = 6
"""Words of an office at most that a name follows on its line."""
YAKIN = 1.0
_YAKIN_TEMPAT_DUGAAN = 0.75
_TEMPAT_PALING_PANJANG = 3


@dataclass(frozen=True, slots=True)
class Kata:
    """A word of the block: as printed, folded for comparison, its place in the text."""

    teks: str
    lipat: str
    start: int
    end: int

    @property
    def penutup(self) -> bool:
        """Whether a comma ends what stands before."""
        return self.teks.endswith((",", ";"))


Unit = tuple[tuple[str, ...], ...]
"""A unit's name by region, its own first."""


@dataclass(frozen=True, slots=True)
class Batas:
    """Where an office ends.

    Attributes:
        jabatan: index behind its last word.
        sisa: index of the first word that is neither office nor its region.
        keyakinan: how sure the words make the boundary.
        mulai_lagi: whether another office begins there.
    """

    jabatan: int
    sisa: int
    keyakinan: float = YAKIN
    mulai_lagi: bool = False


def kata(text: str, start: int, end: int) -> list[Kata]:
    """The words between two places of a text."""
    found = []
    for match in _KATA.finditer(text, start, end):
        inner = _HURUF.search(match[0])
        folded = inner[0].lower() if inner else match[0]
        found.append(Kata(match[0], folded, match.start(), match.end()))
    return found


def kepala(words: Sequence[Kata], i: int) -> int:
    """How many words from an index on begin an office; 0 when none does."""
    heads = _kosakata().kepala
    if i >= len(words) or _baku(words[i]) not in _kosakata().awal_kepala:
        return 0
    for size in (3, 2, 1):
        if i + size <= len(words) and " ".join(_baku(w) for w in words[i : i + size]) in heads:
            return size
    return 0


def berbaris(text: str) -> str:
    """The block with a comma between an office and the name behind it made a break: "Camat Sukamaju, Bagas Wirayuda, S.IP."."""
    lines = []
    for line in text.split("\n"):
        office, comma, rest = line.partition(",")
        words = kata(office, 0, len(office))
        named = comma and kepala(words, 0) and len(words) <= _KATA_JABATAN and nama.bergelar(rest)
        lines.append(f"{office}\n{rest}" if named and not nama.adalah_gelar(rest.partition(",")[0]) else line)
    return "\n".join(lines)


def wilayah(word: Kata) -> bool:
    """Whether a word names the level of a region: "KABUPATEN"."""
    return word.lipat in _kosakata().wilayah


def provinsi(words: Sequence[Kata]) -> bool:
    """Whether some words are the name of a province, with nothing before it."""
    return " ".join(word.lipat for word in words) in kamus.nama_provinsi()


def terpisah(text: str) -> str:
    """A text with the word before the name of a province parted from it: "PROVINSIKALIMANTAN BARAT"."""
    return _LEKAT.sub(lambda m: f"{m[1]} {m[2]}" if provinsi(kata(m[2], 0, len(m[2]))) else m[0], text)


def layanan(word: Kata) -> bool:
    """Whether a word names a place of service, behind which its own name stands: "PUSKESMAS"."""
    return word.lipat in _kosakata().layanan


def kosakata(word: Kata) -> bool:
    """Whether a word is one that offices are named with."""
    return word.lipat in _kosakata().bidang


def tingkat(words: Sequence[Kata], i: int, size: int) -> str | None:
    """The level of the place that the office beginning here is named by: kecamatan for "Camat Bulu"."""
    return _kosakata().bertempat.get(" ".join(_baku(w) for w in words[i : i + size]))


def nama_unit(unit: str | None) -> Unit:
    """A unit's name, folded and cut before each further region: (("desa", "sukamaju"), ("kecamatan", "bulu"))."""
    pieces: list[list[str]] = []
    for word in re.findall(r"[^\W_]+", unit.lower()) if unit else ():
        if not pieces or (word in _kosakata().wilayah and pieces[-1][-1] not in _PEMERINTAHAN):
            pieces.append([])
        pieces[-1].append(word)
    return tuple(map(tuple, pieces))


def _menamai(word: Kata) -> bool:
    """Whether a word names a field or a region, and does not only join such words."""
    return word.lipat not in _SAMBUNG and (kosakata(word) or wilayah(word))


def berwilayah(words: Sequence[Kata]) -> bool:
    """Whether an office carries the region that is printed behind it: one that heads a Dinas, a Badan, a Satuan."""
    return any(word.lipat in _kosakata().berwilayah for word in words[1:3])


def membuka(word: Kata) -> bool:
    """Whether a word opens the name of a unit: "DINAS", which says nothing alone."""
    return word.lipat in _kosakata().berwilayah


def potong(words: Sequence[Kata], size: int) -> int:
    """Where the region begins that a whole line names behind its office; the length of the line without one."""
    placed = tingkat(words, 0, size) is not None
    regions = 0 if berwilayah(words) else 1
    for k in range(size, len(words)):
        if words[k - 1].penutup and not any(_menamai(w) and not membuka(w) for w in words[k:]):
            return k  # behind the comma stands nothing of an office: of a stamp, of the ruling
        if words[k].lipat in _kosakata().pemerintah and (k > size or not placed):
            regions += 1
            if regions > 1:
                return k
        if placed and k > size and wilayah(words[k]) and words[k].lipat != "desa":
            return k
    return len(words)


def telusuri(words: Sequence[Kata], i: int, unit: Unit, *, bertingkat: bool = False) -> Batas:
    """The end of the office that begins at an index, where a name may follow on the same line.

    Args:
        words: the words of the line, or of lines that belong together.
        i: where the office begins.
        unit: the unit's name.
        bertingkat: whether another office may follow, as behind "a.n.".
    """
    size = kepala(words, i)
    level = tingkat(words, i, size)
    walk = _Jejak(
        words,
        i + size,
        unit,
        level,
        perlu_tempat=level is not None,
        perlu_wilayah=level is None and berwilayah(words[i:]),
    )
    while walk.j < len(words):
        if bertingkat and walk.j > i + size and _kantor_baru(words, walk.j):
            return Batas(walk.akhir, walk.j, walk.keyakinan, mulai_lagi=True)
        if words[walk.j - 1].penutup and not kosakata(words[walk.j]):
            break
        if not walk.maju():
            break
    return Batas(walk.akhir, walk.j, walk.keyakinan)


def _kantor_baru(words: Sequence[Kata], j: int) -> bool:
    return kepala(words, j) > 0 and words[j - 1].lipat not in _BUKAN_AWAL


@dataclass(slots=True)
class _Jejak:
    """The walk along the words: ``j`` is the next one, ``akhir`` lies behind the office so far."""

    words: Sequence[Kata]
    j: int
    unit: Unit
    tingkat: str | None
    perlu_tempat: bool
    perlu_wilayah: bool = False
    akhir: int = 0
    keyakinan: float = YAKIN
    ekor: bool = False
    cocok: bool = False

    def __post_init__(self) -> None:
        self.akhir = self.j

    def maju(self) -> bool:
        """Take the next word or words; False when they belong to the office no more."""
        word = self.words[self.j]
        if nama.awal_bergelar(" ".join(w.teks for w in self.words[self.j : self.j + 2])):
            return False
        if known := self._milik_unit(self.j):
            self.cocok = True
            return self._ambil(known)
        if (wilayah(word) and not self._desa_biasa()) or word.lipat in _kosakata().layanan:
            return self._wilayah()
        if kosakata(word) and (word.lipat not in _SAMBUNG or self._berlanjut()):
            return self._ambil(1)
        if self.cocok or self.ekor:
            return False
        if known := _sampai_nama(self.words, self.j):  # "LURAH SUKA MAJU Budi Fulan"
            return self._ambil(known)
        return self.perlu_tempat and self._tempat_dugaan()

    def _ambil(self, count: int) -> bool:
        self.j += count
        if not self.ekor:
            self.akhir = self.j
            self.perlu_tempat = False
        return True

    def _wilayah(self) -> bool:
        """A level and the name of its region; those above the unit are no part of the office."""
        word = self.words[self.j]
        own = self.akhir == self.j and self.perlu_tempat
        service = word.lipat in _kosakata().layanan
        above = word.lipat in _kosakata().pemerintah or (
            self.tingkat is not None and not self.perlu_tempat and not service
        )
        count = 1 + _panjang_tempat(self.words, self.j + 1, self.unit)
        if above and self.perlu_wilayah and not self.ekor:
            self.perlu_wilayah = False
        elif above and not own:
            self.ekor = True
        elif not above and not own and not service and not self._nama_tempat_mungkin():
            count = 1  # "SEKRETARIS KECAMATAN", and the name follows
        return self._ambil(count)

    def _nama_tempat_mungkin(self) -> bool:
        """Whether the word behind a level below the government is its name and no person's."""
        if self.j + 1 >= len(self.words):
            return False
        return self._milik_unit(self.j + 1) > 0 or _sampai_nama(self.words, self.j + 1) > 0

    def _desa_biasa(self) -> bool:
        """Whether "desa" stands for villages in general: "Pemberdayaan Masyarakat dan Desa"."""
        return self.words[self.j].lipat == "desa" and self.words[self.j - 1].lipat in _PEMERINTAHAN

    def _berlanjut(self) -> bool:
        following = self.words[self.j + 1 : self.j + 2]
        return bool(following) and kosakata(following[0])

    def _milik_unit(self, j: int) -> int:
        return _cocok(self.words, j, self.unit[0]) if self.unit else 0

    def _tempat_dugaan(self) -> bool:
        """Take a place name on trust, where enough words are left for a name."""
        rest = self.words[self.j :]
        behind = next((n for n, word in enumerate(rest, 1) if word.penutup), len(rest))
        count = _panjang_tempat(self.words, self.j, ())
        titled = behind < len(rest)
        # The unit has another name, so a word that may be a person's is not taken for its place.
        if self.unit and self.unit[0][0] == self.tingkat and (titled or count < len(rest)):
            return False
        if behind <= count and titled:
            return False
        self.keyakinan = _YAKIN_TEMPAT_DUGAAN
        return self._ambil(count)


def _cocok(words: Sequence[Kata], j: int, name: tuple[str, ...]) -> int:
    """How many words from here on are a name, or its end; misread letters allowed behind its first word."""
    for skip in range(len(name)):
        wanted = name[skip:]
        if [w.lipat for w in words[j : j + len(wanted)]] == list(wanted):
            return len(wanted)
    place = name[1:]
    here = " ".join(w.lipat for w in words[j : j + len(place)])
    limit = 2 if len(here) > 8 else 1 if len(here) > 4 else 0
    return len(place) if place and limit and fuzzy.distance(here, " ".join(place)) <= limit else 0


def _panjang_tempat(words: Sequence[Kata], j: int, unit: Unit) -> int:
    """How many words the place name that begins here has; 0 at the end of the text."""
    if j >= len(words):
        return 0
    if known := max((_cocok(words, j, name) for name in unit), default=0):
        return known
    if known := _sampai_nama(words, j):
        return known
    vocabulary = _kosakata()
    count = 1
    if words[j].lipat in vocabulary.tempat_awal and not words[j].penutup and j + 1 < len(words):
        count = 2
    while (
        j + count < len(words)
        and not words[j + count - 1].penutup
        and words[j + count].lipat in vocabulary.tempat_akhir
    ):
        count += 1
    return count


def _sampai_nama(words: Sequence[Kata], j: int) -> int:
    """How many words lie before something that no place name holds; 0 when nothing near says so.

    That is a region, another office, a title before a name, or a change between capitals and title case.
    """
    style = _gaya(words[j])
    for k in range(j + 1, min(j + 1 + _TEMPAT_PALING_PANJANG, len(words))):
        if words[k - 1].penutup or nama.adalah_gelar(words[k].teks):
            return 0
        if (
            wilayah(words[k])
            or kepala(words, k)
            or nama.awal_bergelar(" ".join(w.teks for w in words[k : k + 2]))
        ):
            return k - j
        if style and _gaya(words[k]) not in ("", style):
            return k - j
    return 0


def _gaya(word: Kata) -> str:
    """U for a word in capitals, T for one in title case, nothing for one that does not tell."""
    letters = sum(map(str.isalpha, word.teks))
    if letters < 3 or "." in word.teks.rstrip(".,;"):
        return ""
    return "U" if word.teks.isupper() else "T" if word.teks[0].isupper() else ""


def _baku(word: Kata) -> str:
    """The folded word, its known damage repaired: "carnat" is camat."""
    return prose.ejaan(word.lipat).nilai


@dataclass(frozen=True, slots=True)
class _Kosakata:
    """The words of ``[kantor]`` in ``data/jabatan.toml``, and those of the roles."""

    kepala: frozenset[str]
    awal_kepala: frozenset[str]
    bertempat: Mapping[str, str]
    berwilayah: frozenset[str]
    bidang: frozenset[str]
    wilayah: frozenset[str]
    layanan: frozenset[str]
    pemerintah: frozenset[str]
    tempat_awal: frozenset[str]
    tempat_akhir: frozenset[str]


@cache
def _kosakata() -> _Kosakata:
    data = table("jabatan")
    kantor: Mapping[str, Any] = data["kantor"]
    roles: Mapping[str, Mapping[str, Any]] = data["peran"]
    spellings = [s for r in roles.values() for s in (r["nama"], *r.get("alias", []), *r.get("bidang", []))]
    named = {word for spelling in spellings for word in re.findall(r"[^\W_]+", spelling.lower())}
    heads = [*kantor["kepala"], *kantor["bertempat"]]
    return _Kosakata(
        kepala=frozenset(heads),
        awal_kepala=frozenset(head.split()[0] for head in heads),
        bertempat=kantor["bertempat"],
        berwilayah=frozenset(kantor["berwilayah"]),
        bidang=frozenset({*named, *kantor["bidang"]} - set(kantor["wilayah"]) | {"desa"}),
        wilayah=frozenset(kantor["wilayah"]),
        layanan=frozenset(kantor["layanan"]),
        pemerintah=frozenset(kantor["pemerintah"]),
        tempat_awal=frozenset(kantor["tempat_awal"]),
        tempat_akhir=frozenset(kantor["tempat_akhir"]),
    )
