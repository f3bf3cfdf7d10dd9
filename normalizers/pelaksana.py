"""Actors: the heading of an actor column to a role, and the roles that a sentence names.

The roles and their spellings stand in ``data/jabatan.toml``. A heading that fits no role,
or two equally well, keeps itself as id.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Any

from normalizers import fuzzy, prose
from normalizers.data import table
from normalizers.model import Pelaksana
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Bagian, Reading, Saksi

_KEYAKINAN_SEKRETARIS = 0.95
_KEYAKINAN_GABUNGAN = 0.95
_KEYAKINAN_RAPAT = 0.9
_KEYAKINAN_KABUR = 0.8
_KEYAKINAN_ASING = 0.7
_KEYAKINAN_KOSONG = 0.3

_TANDA = re.compile(r"[^\w/]+")
_MIRING = re.compile(r"\s*/\s*")
_SEBUTAN = table("jabatan")["sebutan"]
_SETARA = tuple((re.compile(pola), kata) for kata, pola in _SEBUTAN["setara"].items())
"""Spellings of one word, folded wherever they stand in a phrase."""
_SAPAAN = re.compile(rf"^(?:(?:{'|'.join(_SEBUTAN['sapaan'])}) )+")
_EMBEL = re.compile(rf" (?:{'|'.join(_SEBUTAN['embel'])})$")
_WILAYAH = re.compile(r" (?:kabupaten|kecamatan|kota) .+$")
_BERTEMPAT = re.compile(r"(bupati|camat|kades|kepala desa|lurah|wali ?kota)((?: (?!dan |melalui )\w+){1,2})$")
_BAGIAN_UNIT = re.compile(r" (?:bidang|sekretariat|seksi|sub ?bag(?:ian)?) .+$")
_SATU = re.compile(r"(?<=[a-z] )[|l](?=$|\s)", re.IGNORECASE)
"""A roman one that was read as a line or a letter: "Asisten |"."""
_GARIS = re.compile(r"(?<=\w)\|(?=$|\s)|^\|\s*")
"""A side of the cell that was read as part of a word: "Umpeg|"."""
_NOMOR = re.compile(r"^\(?\d{1,2}[.)]\s*(?=\D)")
_KURUNG = re.compile(r"\s*\([^()]*\)\s*")
_PEMISAH = re.compile(r"\s*[/&+,;]\s*|\s+(?:dan|serta|atau)\s+", re.IGNORECASE)
_SINGKAT = 4  # a word shorter than this is no evidence of likeness: PMD and PMK are two things
_PANJANG_KABUR = 6
_KATA_PANJANG = 7  # letters from which two slips leave a word recognisable
_PANJANG_KABUR_DUA = 8
_KATA_TERBANYAK = 10  # words of a broken heading that are tried to be joined


@dataclass(frozen=True, slots=True)
class _Temuan:
    """A role that a heading was recognised as.

    Attributes:
        tampilan: the right spelling, where the heading had to be repaired.
        renggang: whether only blanks were wrong.
    """

    id: str
    tampilan: str | None = None
    keyakinan: float = 1.0
    renggang: bool = False


_Cari = Callable[[str, str], _Temuan | None]


@lru_cache(maxsize=2048)
def parse(label: str, unit: str | None = None) -> Reading[Pelaksana]:
    """The role of an actor column.

    Args:
        label: the heading as read.
        unit: name of the unit, which says whose "Sekretaris" is meant: "Kecamatan Bulu".

    Returns:
        The role, or a composite whose ``id`` joins its members by ``+``. An unknown heading has
        its slug as id; a witness on ``/id`` then names the general role, if one is known.
    """
    text = _GARIS.sub("", _SATU.sub("I", _NOMOR.sub("", prose.bersih(label)))).strip(" .:;")
    if not text:
        return Reading(Pelaksana(id=slug(text), nama=text, label=text), keyakinan=_KEYAKINAN_KOSONG)
    spelled = prose.ejaan(text).nilai
    place = kunci(unit) if unit else ""
    for find in (_pasti, _kabur):
        if found := find(spelled, place):
            return _satu(text, spelled, found, place)
        if members := _gabungan(spelled, place, find):
            return _banyak(text, spelled, members, place)
    return _asing(text, spelled)


def kolom(labels: Sequence[str], unit: str | None = None) -> list[Reading[Pelaksana]]:
    """The roles of all actor columns of a table, each with an id of its own.

    Where two different headings mean one role ("Bendahara Pengeluaran", "Bendahara Pembantu"),
    the later ones keep their slug; equal headings get a running number.
    """
    found: list[Reading[Pelaksana]] = []
    taken: set[str] = set()
    for label in labels:
        reading = parse(label, unit)
        chosen = reading.nilai.id if reading.nilai.id not in taken else slug(reading.nilai.label)
        base, count = chosen, 1
        while chosen in taken:
            count += 1
            chosen = f"{base}-{count}"
        taken.add(chosen)
        if chosen != reading.nilai.id:
            value = reading.nilai.model_copy(update={"id": chosen})
            saksi = (*reading.saksi, Saksi("/id", "peran_sama", reading.nilai.id))
            reading = Reading(value, reading.cara, reading.keyakinan, reading.bagian, saksi)
        found.append(reading)
    return found


def peran(text: str, unit: str | None = None) -> list[str]:
    """The ids of the roles that a sentence names, each once, in order of their first place."""
    return list(_peran(text, unit))


@lru_cache(maxsize=4096)
def _peran(text: str, unit: str | None) -> tuple[str, ...]:
    starts = _tabel().menurut_awal
    if _tabel().kata_awal.isdisjoint(text.lower().translate(_SPASI).split()):
        return ()
    words = kunci(text).replace("/", " ").split()
    ids: dict[str, None] = {}
    position = 0
    while position < len(words):
        for phrase, id_ in starts.get(words[position], ()):
            if words[position : position + len(phrase)] == phrase:
                ids[_sekretaris(id_, kunci(unit) if unit else "")] = None
                position += len(phrase) - 1
                break
        position += 1
    return tuple(ids)


@cache
def nama_lazim() -> Mapping[str, str]:
    """Everything that columns are usually called, as it is written, with the id of its role, or of its own."""
    data = table("sebutan")
    names = {nama: slug(nama) for nama in data["lain"]}
    for key, (id_, nama) in _tabel().menurut_kunci.items():
        names[nama] = id_
        head, *rest = key.split()
        tail = nama.split()[-len(rest) :] if rest else []
        if kunci(" ".join(tail)).split() == rest:
            for written in data["awalan"].get(head, ()):
                names.setdefault(" ".join((written, *tail)), id_)
    return names


def slug(text: str) -> str:
    """The text as an id: plain lower-case letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "tanpa-nama"


def _satu(text: str, spelled: str, found: _Temuan, place: str) -> Reading[Pelaksana]:
    id_ = _sekretaris(found.id, place)
    bagian = {} if id_ == found.id else {"id": Bagian(0, 0, INFERENSI, _KEYAKINAN_SEKRETARIS)}
    label = _tulis(text, found) if found.renggang else text
    value = Pelaksana(id=id_, nama=prose.judul(_tulis(spelled, found)), label=label)
    repaired = spelled != text or found.tampilan is not None
    keyakinan = found.keyakinan * (prose.KEYAKINAN_EJAAN if spelled != text else 1.0)
    return Reading(value, KOREKSI if repaired else APA_ADANYA, keyakinan, bagian)


def _banyak(text: str, spelled: str, members: list[_Temuan], place: str) -> Reading[Pelaksana]:
    ids = list(dict.fromkeys(_sekretaris(member.id, place) for member in members))
    keyakinan = min(_KEYAKINAN_GABUNGAN, *(member.keyakinan for member in members))
    value = Pelaksana(
        id="+".join(ids), nama=prose.judul(spelled), label=text, anggota=ids if len(ids) > 1 else []
    )
    return Reading(value, APA_ADANYA if spelled == text else KOREKSI, keyakinan)


def _asing(text: str, spelled: str) -> Reading[Pelaksana]:
    general = kunci(spelled).split()[:1]
    saksi = (Saksi("/id", "induk", general[0]),) if general and general[0] in _tabel().peran else ()
    value = Pelaksana(id=slug(spelled), nama=prose.judul(spelled), label=text)
    return Reading(value, APA_ADANYA if spelled == text else KOREKSI, _KEYAKINAN_ASING, saksi=saksi)


def _tulis(text: str, found: _Temuan) -> str:
    """The right spelling of a repaired heading, in capitals where the heading is."""
    if found.tampilan is None:
        return text
    return found.tampilan.upper() if text.isupper() else found.tampilan


def _sekretaris(id_: str, place: str) -> str:
    return table("jabatan")["sekretaris"].get(place.partition(" ")[0], id_) if id_ == "sekretaris" else id_


def _gabungan(text: str, place: str, find: _Cari) -> list[_Temuan] | None:
    """The members of a composite heading; None unless every part is a role of its own."""
    parts = [part for part in _PEMISAH.split(text) if part]
    if len(parts) < 2:
        return None
    found = [role for part in parts if (role := find(part, place))]
    return found if len(found) == len(parts) else None


def _pasti(text: str, place: str) -> _Temuan | None:
    """The role by one of its spellings, whatever surrounds it."""
    tabel = _tabel()
    for key in _bentuk(kunci(text), place):
        if key in tabel.menurut_kunci:
            return _Temuan(tabel.menurut_kunci[key][0])
    if text in tabel.rusak:
        right = tabel.rusak[text]
        return _Temuan(tabel.menurut_kunci[kunci(right)][0], right, _KEYAKINAN_RAPAT)
    if joined := tabel.rapat.get(kunci(text).replace(" ", "")):  # "Operato r Komput er"
        id_, spelling = tabel.menurut_kunci[joined]
        return _Temuan(id_, _dirapatkan(text, joined) or spelling, _KEYAKINAN_RAPAT, renggang=True)
    if without := _KURUNG.sub(" ", text).strip():
        return _pasti(without, place) if without != text else None
    return None


def _dirapatkan(text: str, key: str) -> str | None:
    """The text with the fewest blanks taken out that make it fold to the key; None where no way does."""
    words = text.split()
    gaps = range(1, min(len(words), _KATA_TERBANYAK))
    for count in range(1, len(gaps) + 1):
        for without in combinations(gaps, count):
            tried = words[0] + "".join(
                word if at in without else f" {word}" for at, word in enumerate(words[1:], 1)
            )
            if kunci(tried) == key:
                return tried
    return None


def _bentuk(key: str, place: str) -> Iterator[str]:
    """A folded heading, then without what does not belong to the role."""
    yield key
    key = _EMBEL.sub("", key)
    yield key
    for tail in (place, place.partition(" ")[2]):
        if tail and key.endswith(f" {tail}"):
            yield key.removesuffix(f" {tail}")
    yield _WILAYAH.sub("", key)
    if (placed := _BERTEMPAT.match(key)) and _tabel().menurut_kunci.keys().isdisjoint(placed[2].split()):
        yield placed[1]
    if key.startswith(("jfu ", "operator ", "pelaksana ", "petugas ", "staf ")):
        yield _BAGIAN_UNIT.sub("", key)


def _kabur(text: str, place: str) -> _Temuan | None:
    """The one role whose spelling is near; None when two are equally near."""
    key = kunci(text)
    if len(key) < _PANJANG_KABUR:
        return None
    tabel = _tabel()
    near = fuzzy.candidates(key, tabel.kabur, 1 if len(key) < _PANJANG_KABUR_DUA else 2)
    head = key.partition(" ")[0]
    if head in tabel.menurut_awal:
        # A word that heads roles is read right: "Kabid Trantib" is no "Kasi Trantib".
        near = [one for one in near if one.partition(" ")[0] == head]
    near = [one for one in near if _sekata(key, one)]
    ids = {tabel.menurut_kunci[one][0] for one in near}
    return _Temuan(*tabel.menurut_kunci[near[0]], _KEYAKINAN_KABUR) if near and len(ids) == 1 else None


def _sekata(key: str, one: str) -> bool:
    """Whether no short word changes by more than a letter: "Bagian Umum" is no misread "Bagian Hukum"."""
    words, others = key.split(), one.split()
    if len(words) != len(others):
        return True  # a blank is among the slips
    return all(
        fuzzy.distance(word, other) <= (1 if len(word) < _KATA_PANJANG else 2)
        for word, other in zip(words, others, strict=True)
    )


@lru_cache(maxsize=4096)
def kunci(text: str) -> str:
    """A phrase without what spellings of one role differ in."""
    key = _TANDA.sub(" ", _MIRING.sub("/", text.casefold().replace("&", " dan "))).strip()
    for pattern, word in _SETARA:
        key = pattern.sub(word, key)
    return _SAPAAN.sub("", key)


_SPASI = str.maketrans(dict.fromkeys("/.,;:()&-–\"'\n\t", " "))


@dataclass(frozen=True, slots=True)
class _Tabel:
    """The roles, indexed the ways they are looked for.

    Attributes:
        peran: all ids.
        menurut_kunci: folded spelling to id and written form.
        rapat: folded spelling without blanks to folded spelling.
        kabur: folded spellings long enough to be matched by likeness.
        rusak: damaged to right spelling.
        menurut_awal: first word to the spellings that count in a sentence, longest first.
        kata_awal: words of a sentence that may begin a role.
    """

    peran: frozenset[str]
    menurut_kunci: Mapping[str, tuple[str, str]]
    rapat: Mapping[str, str]
    kabur: tuple[str, ...]
    rusak: Mapping[str, str]
    menurut_awal: Mapping[str, list[tuple[list[str], str]]]
    kata_awal: frozenset[str]


@cache
def _tabel() -> _Tabel:
    roles: Mapping[str, Mapping[str, Any]] = table("jabatan")["peran"]
    keys: dict[str, tuple[str, str]] = {}
    spoken: dict[str, str] = {}
    for id_, role in roles.items():
        for spelling, in_text in ejaan_peran(id_, role):
            key = kunci(spelling)
            keys.setdefault(key, (id_, spelling))
            if in_text:
                spoken[key.replace("/", " ")] = id_
    starts: dict[str, list[tuple[list[str], str]]] = {}
    for key in sorted(spoken, key=lambda k: (-len(k.split()), k)):
        words = key.split()
        starts.setdefault(words[0], []).append((words, spoken[key]))
    return _Tabel(
        peran=frozenset(roles),
        menurut_kunci=keys,
        rapat={key.replace(" ", ""): key for key in keys},
        kabur=tuple(key for key in keys if _boleh_kabur(key)),
        rusak={wrong: right for role in roles.values() for wrong, right in role.get("rusak", {}).items()},
        menurut_awal=starts,
        kata_awal=frozenset({*starts, "ka", "kasie", "kasub", "kasubbag", "kepala", "ksb", "sek", "staff"}),
    )


def ejaan_peran(id_: str, role: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Every spelling of a role, and whether it means the role in a sentence, too."""
    headings = role.get("kolom", [])
    yield role["nama"], role["nama"] not in headings
    for alias in role.get("alias", []):
        yield alias, True
    for alias in headings:
        yield alias, False
    base, part = ("Kasi", "Seksi") if id_.startswith("kasi") else ("Kasubag", "Subbag")
    for bidang in role.get("bidang", []):
        yield f"{base} {bidang}", True
        yield f"{part} {bidang}", False


def _boleh_kabur(key: str) -> bool:
    words = [word for word in key.split() if word != "dan"]
    return len(key) >= _PANJANG_KABUR and all(len(word) >= _SINGKAT for word in words)
