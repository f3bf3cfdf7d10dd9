"""What rows of words mean in the head of a citation: kinds of regulation, offices, bodies, regions.

Builds the look-up trees of the spellings in ``data/jenis_peraturan.toml``, ``data/lembaga.toml``
and, for regions and their heads, ``data/instansi.toml``. How a head is read with them is for
``lembaga`` to say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from normalizers.data import table
from normalizers.model import JenisPeraturan

KEMENTERIAN, BADAN, BEBAS, DAERAH, PEJABAT = "kementerian", "badan", "bebas", "daerah", "pejabat"
"""What kind of body a kind of regulation or an office names; besides them the kinds of regions ("Kabupaten")."""

NEGARA = frozenset({"indonesia", "republik"})
HURUF_KABUR = 6
"""Words shorter than this have neighbours that are words."""
HURUF_PANJANG = 9
"""Words at least this long may have two slips."""


class Kata(NamedTuple):
    """A word in lower case and its place in the text; ``rusak`` where it is not written as it is read."""

    teks: str
    start: int
    end: int
    rusak: bool = False


@dataclass(frozen=True, slots=True)
class Nilai:
    """What a row of words means: a kind, what body follows it, a body; "" for what it does not say."""

    kode: str = ""
    badan: str = ""
    lembaga: str = ""
    salah: bool = False


Akar = dict[str, Any]
"""Words by their first, then second … word; the Nilai stands under ""."""


def cari(akar: Akar, kata: Iterable[Kata]) -> tuple[Nilai, int] | None:
    """What the longest row of words from the first on is a spelling of, and how many words that are."""
    found = None
    for i, word in enumerate(kata, start=1):
        cabang = akar.get(word.teks)
        if cabang is None:
            break
        akar = cabang
        if "" in akar:
            found = akar[""], i
    return found


def jenis_kontrak(kode: str) -> JenisPeraturan | None:
    """The contract's kind of a key of jenis_peraturan.toml, None where it has none."""
    return cast(JenisPeraturan, kode) if kode in table("jenis_peraturan")["kontrak"] else None


def _akar(entri: Iterable[tuple[str, Nilai]]) -> Akar:
    akar: Akar = {}
    for alias, nilai in entri:
        node = akar
        for word in alias.split():
            node = node.setdefault(word, {})
        node.setdefault("", nilai)
    return akar


@cache
def akar_jenis() -> Akar:
    """Kinds of regulation; ``lembaga`` where the word says whose they are: permendagri, pmk."""
    return _akar((*_entri_jenis(), *_entri_rekat()))


def _entri_jenis() -> Iterator[tuple[str, Nilai]]:
    """The kinds' own spellings, and bodies' own names for their regulations."""
    for kode, isi in _kinds():
        for alias, salah in _ejaan(isi):
            yield alias, Nilai(kode, isi.get("badan", ""), isi.get("lembaga", ""), salah)
    for golongan in (KEMENTERIAN, BADAN):
        for nama, isi in table("lembaga")[golongan].items():
            for key, salah in (("akronim", False), ("akronim_salah", True)):
                for kode, akronim in isi.get(key, {}).items():
                    yield from ((alias, Nilai(kode, golongan, nama, salah)) for alias in akronim)


def _entri_rekat() -> Iterator[tuple[str, Nilai]]:
    """Kinds written together with a ministry's name: permendagri, sk menpan, peraturan menpan rb."""
    for kode, isi in _kinds():
        for alias, salah in _ejaan(isi):
            if alias.endswith("men"):
                for nama, nilai in entri_lembaga(KEMENTERIAN):
                    yield alias + nama, Nilai(kode, KEMENTERIAN, nilai.lembaga, salah or nilai.salah)


def _kinds() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for golongan in table("jenis_peraturan").values():
        yield from golongan.items()


def entri_lembaga(golongan: str) -> Iterator[tuple[str, Nilai]]:
    """Every spelling of the ministries or of the other bodies."""
    for nama, isi in table("lembaga")[golongan].items():
        yield from ((alias, Nilai(lembaga=nama, salah=salah)) for alias, salah in _ejaan(isi))


def _ejaan(isi: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bool]]:
    """Every spelling of an entry, and whether it is an error."""
    yield from ((alias, False) for alias in isi["alias"])
    yield from ((alias, True) for alias in isi.get("salah", ()))


@cache
def akar_kementerian() -> Akar:
    """The names of ministries, as they follow the word "Menteri"."""
    return _akar(entri_lembaga(KEMENTERIAN))


@cache
def akar_badan() -> Akar:
    """The names of bodies that are no ministry."""
    return _akar(entri_lembaga(BADAN))


@cache
def akar_pejabat() -> Akar:
    """The offices that issue; ``lembaga`` where the word says whose minister: mendagri."""
    instansi = table("instansi")
    offices: dict[str, str] = table("lembaga")["pejabat"] | instansi["kepala"] | instansi["kepala_daerah"]
    entri = [(office, Nilai(badan=badan)) for office, badan in offices.items()]
    menteri = [
        (f"men{alias}", Nilai(badan=KEMENTERIAN, lembaga=nilai.lembaga, salah=nilai.salah))
        for alias, nilai in entri_lembaga(KEMENTERIAN)
    ]
    return _akar((*entri, *menteri))


@cache
def akar_wilayah() -> Akar:
    """The words before the name of a region, a district or a village; ``badan`` is its kind."""
    instansi = table("instansi")
    kinds = instansi["wilayah"] | {jenis: isi["kata"] for jenis, isi in instansi["tempat"].items()}
    return _akar((kata.strip("."), Nilai(badan=jenis)) for jenis, semua in kinds.items() for kata in semua)


@cache
def akar_provinsi() -> Akar:
    """The names of the provinces and their short forms."""
    provinsi: dict[str, list[str]] = table("lembaga")["provinsi"]
    return _akar((alias, Nilai(lembaga=nama)) for nama, semua in provinsi.items() for alias in semua)


@cache
def nama_provinsi() -> frozenset[str]:
    """The names of all provinces, in small letters."""
    return frozenset(alias for semua in table("lembaga")["provinsi"].values() for alias in semua)


@cache
def kata_provinsi() -> frozenset[str]:
    """The words in the names of provinces that are long enough to be known when broken."""
    return frozenset(word for word in _kata(akar_provinsi()) if len(word) >= HURUF_KABUR)


@cache
def akhir_nama() -> frozenset[str]:
    """Words that are never part of the name of a place."""
    nama = table("instansi")["nama"]
    return frozenset((*nama["akhir"], *nama["bukan_tempat"]))


@cache
def kode_kementerian() -> tuple[tuple[str, str], ...]:
    """The codes of ministries inside coded numbers and whose they are, longest first."""
    found = (
        (kode, nama) for nama, isi in table("lembaga")["kementerian"].items() for kode in isi.get("kode", ())
    )
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def kosakata() -> dict[str, int]:
    """The words of heads that are long enough to be known when damaged, and how many slips each may have.

    Words written together allow one only: "ketentuan" is not "kementan".
    """
    own = _akar(_entri_jenis())
    trees = (own, akar_kementerian(), akar_badan(), akar_wilayah())
    words = {word: 1 if len(word) < HURUF_PANJANG else 2 for akar in trees for word in _kata(akar)}
    words |= dict.fromkeys(NEGARA, 1)
    glued = {word: 1 for akar in (akar_jenis(), akar_pejabat()) for word in _kata(akar)}
    return {word: slips for word, slips in (glued | words).items() if len(word) >= HURUF_KABUR}


@cache
def kata_kepala() -> frozenset[str]:
    """Every word of a head, however short: "rb", "pan", "dan"."""
    trees = (akar_jenis(), akar_pejabat(), akar_kementerian(), akar_badan(), akar_wilayah(), akar_provinsi())
    return frozenset(word for akar in trees for word in _kata(akar))


def _kata(akar: Akar) -> Iterator[str]:
    for word, cabang in akar.items():
        if word:
            yield word
            yield from _kata(cabang)
