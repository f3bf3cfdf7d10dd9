"""The approving officer: status, office, name, rank and NIP of a signature block.

The block may stand on several lines or on one. What only surrounds it ("Disahkan oleh",
place and date, "ttd", dotted lines) is blanked first, so that every part keeps its place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from normalizers import fuzzy, kantor, nama, nip, prose
from normalizers.data import table
from normalizers.kantor import Kata
from normalizers.model import Pejabat
from normalizers.reading import APA_ADANYA, KOREKSI, Bagian, Reading, Saksi

_YAKIN_TANPA_JABATAN = 0.7
_YAKIN_STATUS_RUSAK = 0.85
_YAKIN_NIP_SAKSI = 0.9
_YAKIN_TANDA_TANGAN = 0.9
_SERUPA_NAMA = 0.8
_SERUPA_JABATAN = 0.85
_BEDA_NIP = 2
_KATA_NAMA = 6

_BULAN = "|".join(
    sorted(
        {n for b in table("bulan")["bulan"] for n in (b["nama"].lower(), *b["alias"])},
        key=lambda n: (-len(n), n),
    )
)
_TANGGAL = rf"(?:\d{{1,2}}|[.…_]+|\s)\s*(?:{_BULAN})\.?\s*(?:\d{{2,4}}|[.…_]+)?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
_DERAU = re.compile(
    rf"""
      \*\* | [_…]+ | \.{{3,}}
    | \b(?:di(?:sahkan|tetapkan|keluarkan|buat)\s+(?:di)\s*:?\s*[^\W\d_]+(?:\ [^\W\d_]+)??(?=\s*(?:,|pada|tanggal|\n|$)))
    | \b(?:pada\s+)?(?:tanggal|tgl\.?)\s*:?\s*(?:{_TANGGAL})?
    | [^\W\d_]+\s*,\s*(?:tanggal\s*)?(?:{_TANGGAL})
    | \b(?:di(?:sahkan|tetapkan|setujui|tandatangani)|mengesahkan|menyetujui|mengetahui|tertanda)
      (?:\s+secara\s+elektronik)?(?:\s+oleh)?\b\s*[:,]?
    | \b(?:ttd|dto|cap|stempel|tanda\s+tangan|nama\s+jelas)\b\.?(?:\s*(?:/|dan|&)\s*(?:cap|stempel|ttd)\b)?
    | ^\s*(?:nama|jabatan|pangkat(?:\s*/\s*gol(?:ongan|\.)?(?:\s*ruang)?)?)\s*:
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_TANPA_NIP = re.compile(r"\bNR[PK]\b[.:\s\d-]*", re.IGNORECASE)
_PENYUSUN = re.compile(
    r"\b(?:" + "|".join(table("jabatan")["kantor"]["penyusun"]).replace(" ", r"\s+") + r")\b", re.IGNORECASE
)
_POKOK_PANGKAT = "|".join(
    re.escape(rank).replace("\\ ", r"\s+")
    for rank in sorted(
        {p.removesuffix(" Tk. I") for p in table("pangkat")["pangkat"].values()}, key=lambda p: -len(p)
    )
)
_PANGKAT = re.compile(
    rf"(?<!\w)({_POKOK_PANGKAT})(\s+(?:tk\.?|tingkat)\s*[I1l](?!\w))?"
    r"(?:\s*[,/-]?\s*\(?\s*(?:gol\.?\s*)?(IV|III|II|I)\s*[./]?\s*([a-e])\b\s*\)?)?(?=[\s.,;)]*(?:$|\n|NIP))",
    re.IGNORECASE,
)


_CAMAL = re.compile(r"\b(cama)(l)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A part of the block: its value and where it stood."""

    nilai: str
    bagian: Bagian


@lru_cache(maxsize=1024)
def parse(text: str, unit: str | None = None) -> Reading[Pejabat]:
    """The officer of a block as read; a part that the block does not state is None.

    Args:
        text: the block, its lines joined by newlines or all on one line.
        unit: name of the unit, which tells the place in an office from a name: "Kecamatan Bulu".

    ``bagian`` holds the place of ``status``, ``jabatan``, ``nama``, ``pangkat`` and ``nip`` in the text.
    """
    blank = _kosongkan(_kosongkan(text, _DERAU), _TANPA_NIP)
    number = nip.parse(blank)
    parts: dict[str, _Bagian] = {}
    if number.nilai:
        parts["nip"] = _Bagian(number.nilai, number.bagian["nip"])
    end = _akhir_badan(blank, number)
    saksi: list[Saksi] = []
    blank, end = _baca_pangkat(blank, end, parts, saksi)
    blank = _baca_status(blank[:end], parts, saksi)
    _baca_jabatan_dan_nama(blank, kantor.tempat_unit(unit), parts, numbered=number.nilai is not None)
    if match := _PENYUSUN.search(text):
        saksi.append(Saksi("", "bukan_pengesah", " ".join(match[0].split())))
    return _reading(parts, tuple(saksi))


def _reading(parts: dict[str, _Bagian], saksi: tuple[Saksi, ...]) -> Reading[Pejabat]:
    value = Pejabat(**{key: part.nilai for key, part in parts.items()})  # type: ignore[arg-type]
    cara = KOREKSI if any(part.bagian.cara == KOREKSI for part in parts.values()) else APA_ADANYA
    return Reading(value, cara, bagian={key: part.bagian for key, part in parts.items()}, saksi=saksi)


def _kosongkan(text: str, pattern: re.Pattern[str]) -> str:
    """The text with all matches blanked; line breaks and length stay."""
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def _akhir_badan(text: str, number: Reading[str | None]) -> int:
    """Where the label of the NIP begins, or the NIP itself without one."""
    label = nip.LABEL.search(text)
    place = number.bagian.get("nip")
    ends = [label.start()] if label and label.start() else []
    return min([*ends, place.start] if place else ends, default=len(text))


def _baca_pangkat(text: str, end: int, parts: dict[str, _Bagian], saksi: list[Saksi]) -> tuple[str, int]:
    """Take the last rank before the NIP, or one behind it; return the text with it blanked."""
    found = list(_PANGKAT.finditer(text, 0, end)) or list(_PANGKAT.finditer(text, end))
    found = [match for match in found if text[: match.start()].strip()]
    if not found:
        return text, end
    match = found[-1]
    rank = " ".join(match[1].split()).title() + (" Tk. I" if match[2] else "")
    parts["pangkat"] = _Bagian(rank, Bagian(match.start(), match.end(2) if match[2] else match.end(1)))
    if match[3]:
        grade = table("pangkat")["pangkat"].get(f"{match[3].upper()}/{match[4].lower()}")
        if grade not in (None, rank):
            saksi.append(Saksi("/pangkat", "golongan", grade))
    return text[: match.start()] + re.sub(r"[^\n]", " ", match[0]) + text[match.end() :], end


def _baca_status(text: str, parts: dict[str, _Bagian], saksi: list[Saksi]) -> str:
    """Take the prefixes of the office; return the text with them blanked."""
    position = 0
    while match := _pola_status().search(text, position):
        key = re.sub(r"[\s.,]", "", match[1]).lower()
        code, damaged = _status().get(key, (None, False))
        written = " ".join(match[0].split())
        if code is None:
            saksi.append(Saksi("/status", "status_lain", written))
        elif "status" not in parts:
            cara, sure = (KOREKSI, _YAKIN_STATUS_RUSAK) if damaged else (APA_ADANYA, 1.0)
            parts["status"] = _Bagian(code, Bagian(match.start(1), match.end(), cara, sure))
        if damaged:
            saksi.append(Saksi("/status", "status_rusak", written))
        blank = re.sub(r"[^\n]", " ", match[0])
        text = text[: match.start()] + blank + text[match.end() :]
        position = match.end()
    return text


@cache
def _status() -> dict[str, tuple[str | None, bool]]:
    """Prefixes, folded without dots and blanks, to code and whether the form is damaged."""
    fold = re.compile(r"[\s.,]")
    rows = table("status_jabatan")["status"]
    known = {fold.sub("", form): (row.get("kode"), True) for row in rows for form in row["rusak"]}
    return known | {fold.sub("", form): (row.get("kode"), False) for row in rows for form in row["alias"]}


@cache
def _pola_status() -> re.Pattern[str]:
    """A prefix before a word that begins an office, or before another prefix."""
    rows = table("status_jabatan")["status"]
    forms = sorted({f for row in rows for f in (*row["alias"], *row["rusak"])}, key=lambda f: (-len(f), f))
    loose = "|".join(_longgar(form) for form in forms)
    kantor_ = table("jabatan")["kantor"]
    firsts = {head.split()[0] for head in (*kantor_["kepala"], *kantor_["bertempat"], "carnat", "camal")}
    heads = "|".join(sorted(firsts, key=lambda h: (-len(h), h)))
    return re.compile(
        rf"(?<![\w.])({loose})[.,:]*(?=\s*(?:{heads})(?![^\W\d_])|\s+(?:{loose})[.,]*\s)", re.IGNORECASE
    )


def _longgar(form: str) -> str:
    """A pattern for a prefix however dots and blanks stand in it."""
    return r"[.\s]*".join(r"\s" if c == " " else re.escape(c) for c in form if c != ".")


def _baca_jabatan_dan_nama(
    text: str, unit: tuple[str, ...], parts: dict[str, _Bagian], *, numbered: bool
) -> None:
    """Take office and name from what is left of the block."""
    lines = [words for words in _baris(text) if words]
    deputy = parts.get("status") is not None and parts["status"].nilai == "a.n."
    start = next((n for n, words in enumerate(lines) if kantor.kepala(words, 0)), None)
    if start is None:
        _nama_saja(text, lines, parts, numbered=numbered)
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
    words = [word for line in lines[start:named] for word in line]
    _ambil_jabatan(text, words[: kantor.potong(words, kantor.kepala(words, 0))], unit, parts, 1.0)
    _ambil_nama(text, lines[named], parts)


def _baris(text: str) -> list[list[Kata]]:
    """The words of each line."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(kantor.kata(text, start, start + len(line)))
        start += len(line) + 1
    return lines


def _satu_baris(
    text: str, words: Sequence[Kata], unit: tuple[str, ...], parts: dict[str, _Bagian], *, deputy: bool
) -> None:
    """Office, region and name without a line break that parts them."""
    start = 0
    edge = kantor.telusuri(words, start, unit, bertingkat=deputy)
    while edge.mulai_lagi:
        start = edge.sisa
        edge = kantor.telusuri(words, start, unit, bertingkat=True)
    sure = edge.keyakinan if edge.sisa < len(words) else kantor.YAKIN
    _ambil_jabatan(text, words[start : edge.jabatan], unit, parts, sure)
    if "nama" not in parts:
        _ambil_nama(text, words[edge.sisa :], parts, edge.keyakinan)


def _baris_nama(text: str, lines: list[list[Kata]], start: int, unit: tuple[str, ...]) -> int | None:
    """The line with the name: one with titles, else the last that may be one; None if the office's line holds it."""
    if nama.bergelar(_teks(text, lines[start])):
        return None
    behind = range(start + 1, len(lines))
    titled = [n for n in behind if nama.bergelar(_teks(text, lines[n])) and not kantor.kepala(lines[n], 0)]
    if titled:
        return titled[0]
    plain = [n for n in behind if _mungkin_nama(lines[n]) and not _sambungan(lines, n, unit)]
    if plain:
        return plain[-1]
    before = [n for n in range(start) if nama.bergelar(_teks(text, lines[n]))]
    return before[-1] if before else None


def _mungkin_nama(words: Sequence[Kata]) -> bool:
    """Whether a line without titles may be a person's name."""
    if len(words) > _KATA_NAMA or kantor.kepala(words, 0) or kantor.wilayah(words[0]):
        return False
    known = sum(map(kantor.kosakata, words))
    return 2 * known <= len(words) and all(
        word.teks[0].isupper() or word.teks[0] == "(" for word in words[:1]
    )


def _sambungan(lines: list[list[Kata]], n: int, unit: tuple[str, ...]) -> bool:
    """Whether a line only goes on with the place of the one before: "KABUPATEN / SUKAMAJU"."""
    before = lines[n - 1]
    bare = len(before) == kantor.kepala(before, 0)
    own_place = [word.lipat for word in lines[n]] in (list(unit), list(unit[1:]))
    return kantor.wilayah(before[-1]) or (own_place and (bare or kantor.kosakata(before[-1])))


def _nama_saja(text: str, lines: list[list[Kata]], parts: dict[str, _Bagian], *, numbered: bool) -> None:
    """Take a name from a block that names no office."""
    titled = [words for words in lines if nama.bergelar(_teks(text, words)) and not kantor.wilayah(words[0])]
    plain = [words for words in lines if _mungkin_nama(words) and not any(map(kantor.kosakata, words))]
    if titled:
        _ambil_nama(text, titled[0], parts)
    elif plain and (numbered or (len(lines) == 1 and len(plain[0]) > 1)):
        _ambil_nama(text, plain[-1], parts, 1.0 if numbered else _YAKIN_TANPA_JABATAN)


def _teks(text: str, words: Sequence[Kata]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _ambil_jabatan(
    text: str, words: Sequence[Kata], unit: tuple[str, ...], parts: dict[str, _Bagian], sure: float
) -> None:
    printed = prose.bersih(_teks(text, words)).strip(" ,;:.-")
    if not printed:
        return
    spelled = prose.ejaan(_CAMAL.sub(lambda m: m[1] + ("t" if m[2] == "l" else "T"), printed)).nilai
    shown = prose.judul(spelled)
    if not shown.isupper():  # "Camat BULU": a known word in capitals is no abbreviation of its own
        shown = " ".join(prose.judul(w) if w.isupper() and w.lower() in unit else w for w in shown.split())
    cara = APA_ADANYA if spelled == printed else KOREKSI
    parts["jabatan"] = _Bagian(shown, Bagian(words[0].start, words[-1].end, cara, sure))


def _ambil_nama(text: str, words: Sequence[Kata], parts: dict[str, _Bagian], sure: float = 1.0) -> None:
    name = nama.rapikan(_teks(text, words))
    if name is not None:
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
    if (
        first.nama
        and second.nama
        and not _serupa(nama.inti(first.nama), nama.inti(second.nama), _SERUPA_NAMA)
    ):
        return False
    if not first.jabatan or not second.jabatan:
        return True
    one, other = first.jabatan.casefold(), second.jabatan.casefold()
    return one in other or other in one or _serupa(one, other, _SERUPA_JABATAN)


def _serupa(one: str, other: str, least: float) -> bool:
    return fuzzy.ratio(one, other) >= least


def _nip_tergantikan(first: Pejabat, second: Pejabat) -> bool:
    """Whether the unsound NIP of one block is the sound one of the other, misread."""
    if not (first.nip and second.nip and first.nama and second.nama):
        return False
    unsound = bool(nip.masalah(first.nip)) and not nip.masalah(second.nip)
    return unsound and fuzzy.distance(first.nip, second.nip) <= _BEDA_NIP
