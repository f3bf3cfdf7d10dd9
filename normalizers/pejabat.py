"""The approving officer: status, office, name, rank and NIP of a signature block.

The block may stand on several lines or on one. What only surrounds it ("Disahkan oleh",
place and date, "ttd", dotted lines) is blanked first, so that every part keeps its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from normalizers import fuzzy, kantor, nama, nip, prose, pulih, sebutan
from normalizers.akhir_jabatan import selesai, tanpa_cap
from normalizers.kantor import Kata
from normalizers.model import Pejabat
from normalizers.reading import APA_ADANYA, KOREKSI, Bagian, Reading, Saksi

_YAKIN_TANPA_JABATAN = 0.7
_YAKIN_NIP_SAKSI = 0.9
_YAKIN_TANDA_TANGAN = 0.9
_SERUPA_NAMA = 0.8
_SERUPA_JABATAN = 0.85
_SERUPA_CAP, _SERUPA_SISA = 0.75, 0.65
"""How alike the word of a stamp is to a place, where it may be all of a name, and where it would only end one."""
_BEDA_NIP = 2
_SAMBUNG = frozenset({"&", "/", "-", "–"})
_KATA_NAMA = 6
_HURUF_NAMA = 6
"""So many letters has a name that stands among shorter lines."""
_SISA_NAMA = 2
"""Words of a name that may have gone into the next line."""
_KATA_TERPENDEK = 3
_PELAKSANA = frozenset({"Plt.", "Plh.", "Pj.", "Pjs."})
"""Who acts for another may have his own office below that of the other."""


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A part of the block: its value and where it stood."""

    nilai: str
    bagian: Bagian


@lru_cache(maxsize=1024)
def parse(text: str, unit: str | None = None, jabatan: str | None = None) -> Reading[Pejabat]:
    """The officer of a block as read; a part that the block does not state is None.

    Args:
        text: the block, its lines joined by newlines or all on one line.
        unit: name of the unit, which tells the place in an office from a name: "Kecamatan Bulu".
        jabatan: the office that the identity page states, by which a garbled one is known.

    ``bagian`` holds the place of ``status``, ``jabatan``, ``nama``, ``pangkat`` and ``nip`` in the text.
    """
    blank = kantor.berbaris(sebutan.tanpa_serpihan(sebutan.bersihkan(text), unit))
    number = nip.parse(blank)
    end = _akhir_badan(blank, number)
    rank = sebutan.pangkat(blank, end)
    if rank.nilai is None and (worn := pulih.pangkat(blank)):
        rank = sebutan.Bacaan(*worn, sebutan.tanpa(blank, worn[1]))
    status = sebutan.status(rank.sisa[:end])
    rest = status.sisa
    read = {"nip": (number.nilai, number.bagian.get("nip"))}
    read |= {"pangkat": (rank.nilai, rank.bagian), "status": (status.nilai, status.bagian)}
    parts = {key: _Bagian(value, place) for key, (value, place) in read.items() if value and place}
    if _baris_jabatan(_baris(rest)) is None and (head := pulih.jabatan(rest, unit, jabatan)):
        parts["jabatan"] = _Bagian(*head)
        rest = sebutan.tanpa(rest, head[1])
    _baca_jabatan_dan_nama(rest, kantor.nama_unit(unit), parts)
    saksi = [*rank.saksi, *status.saksi]
    if maker := sebutan.penyusun(text):
        saksi.append(Saksi("", "bukan_pengesah", maker))
    return _reading(parts, tuple(saksi))


def _reading(parts: dict[str, _Bagian], saksi: tuple[Saksi, ...]) -> Reading[Pejabat]:
    value = Pejabat(**{key: part.nilai for key, part in parts.items()})  # type: ignore[arg-type]
    cara = KOREKSI if any(part.bagian.cara == KOREKSI for part in parts.values()) else APA_ADANYA
    return Reading(value, cara, bagian={key: part.bagian for key, part in parts.items()}, saksi=saksi)


def _akhir_badan(text: str, number: Reading[str | None]) -> int:
    """Where the label of the NIP begins, or the NIP itself without one."""
    label = nip.LABEL.search(text)
    place = number.bagian.get("nip")
    ends = [label.start()] if label and label.start() else []
    return min([*ends, place.start] if place else ends, default=len(text))


def _baca_jabatan_dan_nama(text: str, unit: kantor.Unit, parts: dict[str, _Bagian]) -> None:
    """Take office and name from what is left of the block."""
    lines = _baris(text)
    deputy = "status" in parts and parts["status"].nilai == "a.n."
    start = _baris_jabatan(lines)
    if start is None:
        _nama_saja(text, lines, parts)
        if "jabatan" in parts and "nama" not in parts:
            _nama_di_bawah(text, lines, parts)
        return
    named = _baris_nama(text, lines, start, unit)
    if named is None or named < start:
        if named is not None:
            _ambil_nama(text, lines[named], parts)
        rest = [word for words in lines[start:] for word in words]
        _satu_baris(text, rest, unit, parts, deputy=deputy)
        return
    if deputy:  # the office of the superior stands first, the signer's own last
        start = max(n for n in range(start, named) if kantor.kepala(lines[n], 0))
    low, high = _terbagi(text, lines, start, named, unit)
    if "status" in parts and parts["status"].nilai in _PELAKSANA:  # his own office stands below
        own = next((n for n in range(start + 1, low) if kantor.kepala(lines[n], 0)), low)
        lines[own:low] = [[] for _ in range(own, low)]
    words = [word for line in lines[start : selesai(lines, start, low, unit)] for word in line]
    _ambil_jabatan(words[: kantor.potong(words, kantor.kepala(words, 0))], unit, parts, 1.0)
    name = [word for line in lines[low:high] for word in line]
    # One word alone below "KEPALA DINAS" is its place as likely.
    placed = len(name) > 1 or not all(map(kantor.kosakata, lines[start]))
    if placed or "nip" in parts or nama.bergelar(_teks(text, name)):
        _ambil_nama(text, name, parts)


def _jabatan_sendiri(words: Sequence[Kata], parts: dict[str, _Bagian]) -> int:
    """Where the own office of one who only acts begins behind that which he acts for, 0 where none does.

    "Plt. CAMAT SUKAMAJU SEKRETARIS KECAMATAN BAGAS WIRAYUDA": the place of the first stands between both.
    """
    if "status" not in parts or parts["status"].nilai not in _PELAKSANA:
        return 0
    return next((k for k in range(2, len(words)) if kantor.kepala(words, k)), 0)


def _baris_jabatan(lines: list[list[Kata]]) -> int | None:
    """The line that begins with an office; one that holds an office further on is cut before it."""
    for n, words in enumerate(lines):
        if kantor.kepala(words, 0):
            return n
    for n, words in enumerate(lines):
        for k in range(1, len(words)):
            if words[k].teks[0].isupper() and kantor.kepala(words, k):
                lines[n : n + 1] = [words[:k], words[k:]]
                return n + 1
    return None


def _baris(text: str) -> list[list[Kata]]:
    """The words of each line that has some; a name that goes on in the next line is one line."""
    lines: list[list[Kata]] = []
    start = 0
    for line in text.split("\n"):
        words = kantor.kata(text, start, start + len(line))
        start += len(line) + 1
        if not words:
            continue
        if (
            lines
            and not kantor.kepala(words, 0)
            and not kantor.wilayah(lines[-1][0])
            and nama.bersambung(_teks(text, lines[-1]), _teks(text, words))
        ):
            lines[-1] += words
        else:
            lines.append(words)
    return lines


def _satu_baris(
    text: str, words: Sequence[Kata], unit: kantor.Unit, parts: dict[str, _Bagian], *, deputy: bool
) -> None:
    """Office, region and name without a line break that parts them."""
    if own := _jabatan_sendiri(words, parts):
        name = kantor.telusuri(words, own, unit, bertingkat=True)
        _ambil_jabatan(words[:own], unit, parts, kantor.YAKIN)
        if "nama" not in parts:
            _ambil_nama(text, words[name.sisa :], parts, name.keyakinan)
        return
    start = 0
    edge = kantor.telusuri(words, start, unit, bertingkat=deputy)
    while edge.mulai_lagi:
        start = edge.sisa
        edge = kantor.telusuri(words, start, unit, bertingkat=True)
    sure = edge.keyakinan if edge.sisa < len(words) else kantor.YAKIN
    _ambil_jabatan(words[start : edge.jabatan], unit, parts, sure)
    placed = len(words) > edge.sisa + 1 or not all(map(kantor.kosakata, words[start : edge.sisa]))
    if "nama" not in parts and (placed or "nip" in parts):
        _ambil_nama(text, words[edge.sisa :], parts, edge.keyakinan)


def _baris_nama(text: str, lines: list[list[Kata]], start: int, unit: kantor.Unit) -> int | None:
    """The line with the name: one with titles, else the last that may be one; None if the office's line holds it."""
    if nama.bergelar(_teks(text, lines[start])):
        return None
    behind = range(start + 1, len(lines))
    titled = [n for n in behind if nama.bergelar(_teks(text, lines[n])) and not kantor.kepala(lines[n], 0)]
    if titled:
        return titled[0]
    plain = [
        n
        for n in behind
        if _mungkin_nama(lines[n])
        and not _sambungan(lines, n, unit)
        and not _dari_cap(lines[n], lines[start], _SERUPA_CAP)
    ]
    if plain:
        # Pieces of a stamp are shorter than a name.
        whole = [n for n in plain if sum(map(str.isalpha, _teks(text, lines[n]))) >= _HURUF_NAMA]
        return (whole or plain)[-1]
    before = [n for n in range(start) if nama.bergelar(_teks(text, lines[n]))]
    return before[-1] if before else None


def _terbagi(
    text: str, lines: list[list[Kata]], start: int, named: int, unit: kantor.Unit
) -> tuple[int, int]:
    """The lines [low, high) of a name that a narrow cell broke in two: "PRASETYA WIRAYUDA / DANUREJO, SH"."""
    one_word = len(nama.inti(_teks(text, lines[named])).split()) == 1
    if (
        one_word
        and named - 1 > start
        and not nama.awal_bergelar(_teks(text, lines[named]))
        and _hanya_nama(lines[named - 1])
        and not _sambungan(lines, named - 1, unit)
        and not _bagian_tempat(lines, named - 1, unit)
    ):
        return named - 1, named + 1
    following = lines[named + 1] if named + 1 < len(lines) else []
    if (
        following
        and len(following) <= _SISA_NAMA
        and _hanya_nama(following)
        and not _dari_cap(following, lines[start], _SERUPA_SISA)
        and "," not in _teks(text, lines[named])
    ):
        return named, named + 2
    return named, named + 1


def _hanya_nama(words: Sequence[Kata]) -> bool:
    """Whether a line is nothing but words in capitals that can be parts of a name."""
    return (
        _mungkin_nama(words)
        and not any(map(kantor.kosakata, words))
        and all(w.teks.isalpha() and w.teks.isupper() and len(w.teks) >= _KATA_TERPENDEK for w in words)
    )


def _dari_cap(words: Sequence[Kata], office: Sequence[Kata], alike: float) -> bool:
    """Whether a line is one word of a stamp, which names the place that the office does: "WALI KOTA SUKAMAJU … SUKAWAJU"."""
    places = [
        word.lipat for word in office if len(word.lipat) > _KATA_TERPENDEK and not kantor.kosakata(word)
    ]
    return len(words) == 1 and any(fuzzy.ratio(words[0].lipat, place) >= alike for place in places)


def _bagian_tempat(lines: list[list[Kata]], n: int, unit: kantor.Unit) -> bool:
    """Whether a line may be the place of the office before it: that names none yet, or a region, or the unit's own."""
    before = lines[n - 1]
    here = tuple(word.lipat for word in lines[n])
    if kantor.provinsi(lines[n]):
        return True
    bare = len(before) == kantor.kepala(before, 0) or kantor.layanan(before[-1])
    return bare or any(map(kantor.wilayah, before[-3:])) or any(name[-len(here) :] == here for name in unit)


def _mungkin_nama(words: Sequence[Kata]) -> bool:
    """Whether a line without titles may be a person's name."""
    if len(words) > _KATA_NAMA or kantor.kepala(words, 0) or kantor.wilayah(words[0]):
        return False
    if words[0].lipat in pulih.awal_pangkat():
        return False
    known = sum(map(kantor.kosakata, words))
    return 2 * known <= len(words) and (words[0].teks[0].isupper() or words[0].teks[0] == "(")


def _sambungan(lines: list[list[Kata]], n: int, unit: kantor.Unit) -> bool:
    """Whether a line only goes on with the place of the one before: "KABUPATEN / SUKAMAJU"."""
    before = lines[n - 1]
    bare = len(before) == kantor.kepala(before, 0)
    here = tuple(word.lipat for word in lines[n])
    own_place = bool(unit) and here in (unit[0], unit[0][1:])
    return kantor.wilayah(before[-1]) or (own_place and (bare or kantor.kosakata(before[-1])))


def _nama_saja(text: str, lines: list[list[Kata]], parts: dict[str, _Bagian]) -> None:
    """Take a name from a block that names no office."""
    titled = [words for words in lines if nama.bergelar(_teks(text, words)) and not kantor.wilayah(words[0])]
    plain = [words for words in lines if _mungkin_nama(words) and not any(map(kantor.kosakata, words))]
    if titled:
        at = lines.index(titled[0])
        _ambil_nama(text, [*titled[0], *_sisa_nama(text, lines, at)], parts)
    elif plain and ("nip" in parts or (len(lines) == 1 and sum(w.lipat.isalpha() for w in plain[0]) > 1)):
        _ambil_nama(text, plain[-1], parts, 1.0 if "nip" in parts else _YAKIN_TANPA_JABATAN)


def _sisa_nama(text: str, lines: list[list[Kata]], at: int) -> Sequence[Kata]:
    """The rest of a name of one word that a narrow cell broke behind it: "dr. Rahayu / Lestari"."""
    following = lines[at + 1] if at + 1 < len(lines) else []
    alone = len(nama.inti(_teks(text, lines[at])).split()) == 1 and "," not in _teks(text, lines[at])
    if not alone or not 0 < len(following) <= _SISA_NAMA or not _mungkin_nama(following):
        return []
    whole = all(
        w.teks.isalpha() and w.teks[0].isupper() and len(w.teks) >= _KATA_TERPENDEK for w in following
    )
    return following if whole and not any(map(kantor.kosakata, following)) else []


def _nama_di_bawah(text: str, lines: list[list[Kata]], parts: dict[str, _Bagian]) -> None:
    """Take the last line that can be a name below a garbled office."""
    office, place = parts["jabatan"].nilai, parts["jabatan"].bagian
    said = kantor.kata(office, 0, len(office))
    below = [words for words in lines if words[0].start > place.end]
    # A letter alone before a name is of the stamp, or of the ruling; an initial has its dot.
    below = [words[1:] if len(words) > 1 and len(words[0].teks) == 1 else words for words in below]
    plain = [words for words in below if _hanya_nama(words) and not _dari_cap(words, said, _SERUPA_SISA)]
    whole = [words for words in plain if sum(len(word.lipat) for word in words) >= _HURUF_NAMA]
    if whole:
        _ambil_nama(text, whole[-1], parts, _YAKIN_TANPA_JABATAN)


def _teks(text: str, words: Sequence[Kata]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _ambil_jabatan(words: Sequence[Kata], unit: kantor.Unit, parts: dict[str, _Bagian], sure: float) -> None:
    # A digit or a stroke between the words is of a stamp, or of the ruling beside them.
    said = " ".join(word.teks for word in words if any(map(str.isalpha, word.teks)) or word.teks in _SAMBUNG)
    printed = prose.bersih(said).strip(" ,;:.-(|")
    if not printed:
        return
    spelled = kantor.terpisah(prose.ejaan(printed).nilai)
    shown = prose.judul(spelled)
    if not shown.isupper():  # "Camat BULU": a known word in capitals is no abbreviation of its own
        known = {word for name in unit for word in name}
        shown = " ".join(prose.judul(w) if w.isupper() and w.lower() in known else w for w in shown.split())
    cara = APA_ADANYA if spelled == printed else KOREKSI
    parts["jabatan"] = _Bagian(shown, Bagian(words[0].start, words[-1].end, cara, sure))


def _ambil_nama(text: str, words: Sequence[Kata], parts: dict[str, _Bagian], sure: float = 1.0) -> None:
    label = next((at for at, word in enumerate(words[:2]) if word.lipat.strip(":") == "nama"), -1)
    words = tanpa_cap(words[label + 1 :] or words)  # "- Nama: Andi Wijaya", as models write it
    name = nama.rapikan(_teks(text, words))
    # "Penata Jiagat I" is a rank, garbled
    if name is not None and words[0].lipat not in pulih.awal_pangkat():
        parts["nama"] = _Bagian(name, Bagian(words[0].start, words[-1].end, APA_ADANYA, sure))


def gabung(identitas: Reading[Pejabat], tanda_tangan: Reading[Pejabat] | None) -> Reading[Pejabat]:
    """The officer of the identity page, completed from the signature block below the procedure.

    Only where both are one office and person as far as they can be read. A part that came from
    the signature block stands in ``bagian`` under ``tanda_tangan/<part>``, its place in that text.
    What the signature block says of office, name and NIP is a witness either way.
    """
    if tanda_tangan is None:
        return identitas
    first, second = identitas.nilai, tanda_tangan.nilai
    saksi = (*identitas.saksi, *(s for s in tanda_tangan.saksi if s.lokasi), *_saksi_tanda_tangan(second))
    if not _searah(first, second) or any(s.jenis == "bukan_pengesah" for s in tanda_tangan.saksi):
        return Reading(first, identitas.cara, identitas.keyakinan, identitas.bagian, saksi)
    taken: dict[str, Bagian] = {}
    for key in ("jabatan", "status", "nama", "pangkat", "nip"):
        if getattr(second, key) is not None and getattr(first, key) is None:
            place = tanda_tangan.bagian[key]
            taken[key] = Bagian(place.start, place.end, place.cara, place.keyakinan * _YAKIN_TANDA_TANGAN)
    if _nip_tergantikan(first, second):
        place = tanda_tangan.bagian["nip"]
        taken["nip"] = Bagian(place.start, place.end, KOREKSI, _YAKIN_NIP_SAKSI)
        saksi = (*saksi, Saksi("/nip", "tercetak", first.nip or ""))
    value = first.model_copy(update={key: getattr(second, key) for key in taken})
    bagian = {key: place for key, place in identitas.bagian.items() if key not in taken}
    bagian.update({f"tanda_tangan/{key}": place for key, place in taken.items()})
    cara = KOREKSI if any(place.cara == KOREKSI for place in bagian.values()) else identitas.cara
    return Reading(value, cara, identitas.keyakinan, bagian, saksi)


def _saksi_tanda_tangan(officer: Pejabat) -> list[Saksi]:
    said = {"/jabatan": officer.jabatan, "/nama": officer.nama, "/nip": officer.nip}
    return [Saksi(place, "tanda_tangan", text) for place, text in said.items() if text is not None]


def _searah(first: Pejabat, second: Pejabat) -> bool:
    """Whether two blocks can be one officer: no part of one contradicts the other."""
    if first.nama and second.nama:
        likeness = fuzzy.ratio(nama.inti(first.nama), nama.inti(second.nama))
        if likeness < _SERUPA_NAMA:
            return False
    if not first.jabatan or not second.jabatan:
        return True
    one, other = first.jabatan.casefold(), second.jabatan.casefold()
    return one in other or other in one or fuzzy.ratio(one, other) >= _SERUPA_JABATAN


def _nip_tergantikan(first: Pejabat, second: Pejabat) -> bool:
    """Whether the unsound NIP of one block is the sound one of the other, misread."""
    if not (first.nip and second.nip and first.nama and second.nama):
        return False
    unsound = bool(nip.masalah(first.nip)) and not nip.masalah(second.nip)
    return unsound and fuzzy.distance(first.nip, second.nip) <= _BEDA_NIP
