"""Who issued a regulation: the words of its kind and the body or region named behind them.

Reads the head of a citation only, "Peraturan Menteri Dalam Negeri" or "SK Bupati Lumajang".
The words stand in ``data/jenis_peraturan.toml`` and ``data/lembaga.toml``, those for regions
and their heads in ``data/instansi.toml``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from normalizers import fuzzy, kamus, prose
from normalizers.data import table
from normalizers.kamus import BADAN, BEBAS, DAERAH, KEMENTERIAN, PEJABAT, Kata
from normalizers.model import JenisPeraturan

BERWILAYAH = frozenset({DAERAH, "Provinsi", "Kabupaten", "Kota"})
"""The ``badan`` of regulations that a region issues."""
_MAKS_KATA_JENIS = 12
_MAKS_KATA_WILAYAH = 5
_MIRIP_LEMBAGA = 0.88

# "PermenPAN" is two words, "PANRB" one.
_KATA = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])|\d+")
_KURUNG = re.compile(r"\([^)]*$")
_BUKAN_HURUF = re.compile(r"[.\-]")
_SIFAT = ("istimewa", "khusus")
_TINGKAT, _ORDE = frozenset(("tingkat", "tk")), frozenset(("i", "ii"))
_KEPALA_DAERAH = frozenset(("kepala", "daerah", "kdh", "dati"))
_NEGARA = (("republik", "indonesia"), ("r", "i"), ("ri",))
_AWAL_NEGARA = frozenset(negara[0] for negara in _NEGARA)
_AKHIR_NEGARA = frozenset(negara[-1] for negara in _NEGARA)


@dataclass(frozen=True, slots=True)
class Lembaga:
    """An issuing body or region.

    Attributes:
        nama: the canonical name; as printed where the tables do not know it.
        start: first character in the text.
        end: one behind the last.
        salah: whether the words are an error or damaged.
        dikenal: whether the tables know it.
    """

    nama: str
    start: int
    end: int
    salah: bool = False
    dikenal: bool = True


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a citation.

    Attributes:
        kode: key of the kind in jenis_peraturan.toml.
        jenis: the contract's kind, None where it has none.
        badan: what kind of body follows, as in that file; "" for none.
        start: first character of the kind's words.
        end: one behind their last.
        salah: whether the kind's words are an error or damaged.
        lembaga: the body, None where the kind has none or the text does not state it.
        sisa: place of words behind the kind that name no body: "UU Pelayanan Publik No. 25".
    """

    kode: str
    jenis: JenisPeraturan | None
    badan: str
    start: int
    end: int
    salah: bool = False
    lembaga: Lembaga | None = None
    sisa: tuple[int, int] | None = None

    @property
    def umum(self) -> bool:
        """Whether the words are so general that alone they make no regulation: "Peraturan perundang-undangan"."""
        return self.badan in (BEBAS, PEJABAT) and not (self.lembaga and self.lembaga.dikenal)


@dataclass(frozen=True, slots=True)
class Kode:
    """What a coded number says: the ministry, its code, the key of the kind of regulation or ""."""

    lembaga: str
    teks: str
    jenis: str


def kepala(text: str, start: int, end: int) -> Kepala | None:
    """The head that begins at a position of the text; None where no kind of regulation stands there."""
    found = _kepala_di(text[start:end])
    return _geser(found, start) if found and start else found


def cari_kepala(text: str, start: int, end: int) -> Kepala | None:
    """The first head inside a text, spelled out or in capitals: "Memahami Undang-Undang Nomor …"."""
    kata = words(text, start, end)
    for i in range(len(kata)):
        found = _jenis_di(kata[i : i + _MAKS_KATA_JENIS])
        if found and (found[1] > 1 or text[kata[i].start : kata[i].start + 2].isupper()):
            return _kepala(text, kata[i:], found)
    return None


def words(text: str, start: int, end: int) -> list[Kata]:
    """The words between two positions; a damaged one is read as the word of a head that it must be."""
    found = []
    kosakata = kamus.kosakata()
    for match in _KATA.finditer(text, start, end):
        word = match[0].lower()
        if word in kosakata or len(word) < kamus.HURUF_KABUR:
            found.append(Kata(word, *match.span()))
        else:
            right = _kata_betul(word)
            found.append(Kata(right, *match.span(), right != word))
    return found


def starts_kind(text: str, start: int) -> bool:
    """Whether a word that may begin a kind of regulation stands at a position; cheap, to rule out most places."""
    word = _KATA.match(text, start)
    return word is not None and word[0].lower() in kamus.akar_jenis()


def wilayah(text: str, start: int, end: int, jenis: str = DAERAH) -> Lembaga | None:
    """The region named between two positions, of a kind ("Kabupaten") or of any; a bare name stays bare."""
    kata = words(text, start, end)
    return _wilayah(text, kata, jenis) if kata else None


def dari_kode(nomor: str) -> Kode | None:
    """What a coded number says; None without the code of a ministry."""
    padded = f"/{nomor.upper()}/"
    for kode, nama in kamus.kode_kementerian():
        if f"/{kode}/" in padded or f"/{kode}." in padded:
            kinds: Mapping[str, str] = table("lembaga")["kode_jenis"]
            awal = (_BUKAN_HURUF.split(part)[0] for part in padded.split("/"))
            return Kode(nama, kode, next((kinds[part] for part in awal if part in kinds), ""))
    return None


def jenis_salah(text: str) -> bool:
    """Whether a text is a wrong name of a kind that the tables list: "Peraturan Kementerian"."""
    kata = words(text, 0, len(text))
    found = _jenis_di(kata)
    return found is not None and found[0].salah and not any(word.rusak for word in kata)


def nama_salah(text: str) -> bool:
    """Whether a text is a wrong name of a body that the tables list: "Pemberdayaan Aparatur Negara"."""
    kata = words(text, 0, len(text))
    found = kamus.cari(kamus.akar_kementerian(), kata) or kamus.cari(kamus.akar_badan(), kata)
    return found is not None and found[1] == len(kata) and found[0].salah


@lru_cache(maxsize=4096)
def _kepala_di(text: str) -> Kepala | None:
    """The head that a text begins with; the same few heads come again and again."""
    kata = words(text, 0, len(text))
    if "(" in text:  # "Peraturan Kepala Badan Kepegawaian Negara (Perka BKN)"
        kata = [word for word in kata if not _KURUNG.search(text[: word.start])] or kata
    return _kepala(text, kata, _jenis_di(kata))


def _geser(head: Kepala, by: int) -> Kepala:
    """The head with all its places moved."""
    badan, sisa = head.lembaga, head.sisa
    return replace(
        head,
        start=head.start + by,
        end=head.end + by,
        lembaga=replace(badan, start=badan.start + by, end=badan.end + by) if badan else None,
        sisa=(sisa[0] + by, sisa[1] + by) if sisa else None,
    )


def _kepala(text: str, kata: Sequence[Kata], found: tuple[kamus.Nilai, int] | None) -> Kepala | None:
    if found is None:
        return None
    jenis, used = found
    salah = jenis.salah
    # "Undang-Undang (UU) Nomor", "Peraturan UU No.24": the abbreviation repeats the kind or makes it special.
    while again := _jenis_di(kata[used:]):
        if again[0].kode != jenis.kode and jenis.badan != BEBAS:
            break
        jenis, used, salah = again[0], used + again[1], salah or again[0].salah
    start, end = kata[0].start, kata[used - 1].end
    salah = salah or any(word.rusak for word in kata[:used])
    badan = Lembaga(jenis.lembaga, start, end) if jenis.lembaga else None  # Permendagri, PMK, Perki
    rest = _tanpa_negara(kata[used:])
    if badan or not rest or jenis.kode == "UUD":
        return Kepala(jenis.kode, kamus.jenis_kontrak(jenis.kode), jenis.badan, start, end, salah, badan)
    if jenis.badan in (BEBAS, PEJABAT):
        return _menurut_pejabat(text, Kepala(jenis.kode, None, jenis.badan, start, end, salah), rest)
    sisa = None if jenis.badan else (rest[0].start, rest[-1].end)
    badan = _badan(text, jenis.badan, rest)
    return Kepala(jenis.kode, kamus.jenis_kontrak(jenis.kode), jenis.badan, start, end, salah, badan, sisa)


def _menurut_pejabat(text: str, head: Kepala, rest: Sequence[Kata]) -> Kepala:
    """The head whose kind the office makes special: "Surat Edaran Menteri …", "Keputusan Direktur …"."""
    found = kamus.cari(kamus.akar_pejabat(), rest)
    if found is None:
        lembaga = _bernama(text, rest, kamus.akar_badan())
        named = lembaga if head.badan == BEBAS or lembaga.dikenal else None
        return replace(head, jenis=kamus.jenis_kontrak(head.kode), lembaga=named)
    pejabat, used = found
    kode: str = head.kode
    if pejabat.badan == KEMENTERIAN:
        kode = table("lembaga")["menteri"].get(kode, kode)
    end = rest[used - 1].end
    if pejabat.lembaga:
        named = Lembaga(pejabat.lembaga, rest[0].start, end, pejabat.salah)
    else:
        named = _badan(text, pejabat.badan, _tanpa_negara(rest[used:]))
    return replace(
        head, kode=kode, jenis=kamus.jenis_kontrak(kode), badan=pejabat.badan, end=end, lembaga=named
    )


def _badan(text: str, badan: str, kata: Sequence[Kata]) -> Lembaga | None:
    """The body of a certain kind that the words behind the head name."""
    if not badan or not kata:
        return None
    if badan == KEMENTERIAN:
        if kata[0].teks == "negara" and len(kata) > 1:  # Menteri Negara Lingkungan Hidup
            kata = kata[1:]
        return _bernama(text, kata, kamus.akar_kementerian())
    if badan == BADAN:
        return _bernama(text, kata, kamus.akar_badan())
    return _wilayah(text, kata, badan)


def _bernama(text: str, kata: Sequence[Kata], akar: kamus.Akar) -> Lembaga:
    """The body that the words are a spelling of, or nearly; else the words themselves."""
    start, end = kata[0].start, kata[-1].end
    found = kamus.cari(akar, kata)
    if found and found[1] == len(kata):
        return Lembaga(found[0].lembaga, start, end, found[0].salah or any(word.rusak for word in kata))
    mirip = _mirip(" ".join(word.teks for word in kata), kementerian=akar is kamus.akar_kementerian())
    if mirip:
        return Lembaga(mirip, start, end, salah=True)
    nama = prose.judul(text[start:end])
    return Lembaga(nama, start, end, dikenal=False)


def _wilayah(text: str, kata: Sequence[Kata], jenis: str) -> Lembaga | None:
    if kata[0].teks in _SIFAT and len(kata) > 1 and not kamus.cari(kamus.akar_provinsi(), kata):
        kata = kata[1:]  # Peraturan Daerah Khusus Provinsi Papua
    kata = _tanpa_tingkat(kata)
    if not kata:
        return None
    level = kamus.cari(kamus.akar_wilayah(), kata)
    nama = kata[level[1] :] if level else kata
    kind = (level[0].badan if level else "") if jenis == DAERAH else jenis
    if level and jenis not in (DAERAH, level[0].badan):
        nama = kata  # "Peraturan Desa Kota Baru": the word belongs to the name
    start = (kata[0] if level else nama[0]).start if nama else 0
    provinsi = kamus.cari(kamus.akar_provinsi(), nama) if kind in ("", "Provinsi") else None
    if provinsi and not _panjang_nama(text, nama[provinsi[1] :]):
        return Lembaga(f"Provinsi {provinsi[0].lembaga}", start, nama[provinsi[1] - 1].end)
    nama = nama[: _panjang_nama(text, nama)]
    if not nama:
        return None
    end = nama[-1].end
    teks = text[nama[0].start : end]
    teks = teks.title() if teks.isupper() or teks.islower() else teks
    return Lembaga(f"{kind} {teks}" if kind else teks, start, end, dikenal=bool(kind))


def _tanpa_tingkat(kata: Sequence[Kata]) -> Sequence[Kata]:
    """The words without what regions were called before 1999: "Gubernur Kepala Daerah Tingkat I", "Daerah Tingkat II"."""
    for at, word in enumerate(kata[:-1]):
        if word.teks in _TINGKAT and kata[at + 1].teks in _ORDE:
            first = at
            while first and kata[first - 1].teks in _KEPALA_DAERAH:
                first -= 1
            return [*kata[:first], *kata[at + 2 :]]
    return kata


def _panjang_nama(text: str, kata: Sequence[Kata]) -> int:
    """How many words from the first on are the name of a place."""
    tingkat, akhir = kamus.akar_wilayah(), kamus.akhir_nama()
    kapital = bool(kata) and text[kata[0].start].isupper()
    for i, word in enumerate(kata[:_MAKS_KATA_WILAYAH]):
        if kapital and text[word.start].islower():
            return i
        if word.teks in akhir or word.teks.isdigit():
            return i
        # "Lumajang Provinsi Jawa Timur", but not "Lima Puluh Kota"
        if i and word.teks in tingkat and i + 1 < len(kata) and kata[i + 1].teks not in tingkat:
            return i
    return min(len(kata), _MAKS_KATA_WILAYAH)


def _tanpa_negara(kata: Sequence[Kata]) -> Sequence[Kata]:
    """The words without "Republik Indonesia" or "RI" at either end."""
    if not kata or (kata[0].teks not in _AWAL_NEGARA and kata[-1].teks not in _AKHIR_NEGARA):
        return kata
    teks = tuple(word.teks for word in kata)
    for negara in _NEGARA:
        if teks[: len(negara)] == negara:
            return _tanpa_negara(kata[len(negara) :])
        if teks[-len(negara) :] == negara:
            return _tanpa_negara(kata[: -len(negara)])
    return kata


def _jenis_di(kata: Sequence[Kata]) -> tuple[kamus.Nilai, int] | None:
    return kamus.cari(kamus.akar_jenis(), kata)


@lru_cache(maxsize=1024)
def _mirip(teks: str, *, kementerian: bool) -> str | None:
    """The body with a spelling of several words that a text is a damaged form of."""
    entri = [e for e in kamus.entri_lembaga(KEMENTERIAN if kementerian else BADAN) if " " in e[0]]
    best = max((fuzzy.ratio(teks, alias), alias, nilai.lembaga) for alias, nilai in entri)
    return best[2] if best[0] >= _MIRIP_LEMBAGA else None


@lru_cache(maxsize=1024)
def _kata_betul(teks: str) -> str:
    """The one word of a head that a word is a damaged form of, else itself."""
    kosakata = kamus.kosakata()
    alike = [word for word in kosakata if word[0] == teks[0] and abs(len(word) - len(teks)) <= 2]
    right = fuzzy.nearest(teks, alike, 2)
    return right if right and fuzzy.distance(teks, right) <= kosakata[right] else teks
