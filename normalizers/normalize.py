"""RawSop to Sop: the only module that knows both shapes.

Each contract key has a module of its own; what happens here is their order, and what one of
them must know of another: the unit for the officer and the actors, the region for the
legal basis.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.raw import KOTAK, RawField, RawSop
from extractors.sheets import TAK_TERBACA
from normalizers import (
    alur,
    daftar,
    dasar_hukum,
    identitas,
    instansi,
    kalibrasi,
    keyakinan_alur,
    pejabat,
    prose,
    prosedur,
)
from normalizers.bukti import Catatan
from normalizers.model import Bukti, DasarHukum, Identitas, Sop, Sumber
from normalizers.pelaksana import slug
from normalizers.reading import Bagian, Reading, Saksi
from normalizers.register import Tambahan

_DAFTAR = tuple(key for key in KOTAK if key != "dasar_hukum")
_URUTAN = {key: place for place, key in enumerate(Sop.model_fields)}
_BAGIAN_HUKUM = ("jenis", "lembaga", "nomor", "tahun", "tentang", "lembaran", "status", "diubah_dengan")
_PENUNJUK = re.compile(r"/(\w+)/(\d{1,6})")
_PEMERINTAH = re.compile(r"Pemerintah(?: Daerah)? (.+)")
_SEL = ("no", "uraian", "kelengkapan", "waktu", "output", "keterangan")
_NAMA_RAGU = (
    0.4  # below it fewer than half of the names, and of the handwritten numbers, read from scans were right
)
_TERBACA_DARI = {
    "nomor_sop": 0.4,
    "nama_sop": 0.2,
}  # with all weighed: of made and real scans one of eight numbers below was right, and two of ten names
_PANJANG_ID = 120  # a file is named after it


def normalize(
    raw: RawSop,
    sumber: Sumber,
    menit_per: Mapping[str, float] | None = None,
    register_tambahan: Tambahan = (),
    pelaku_teks: bool = False,
) -> tuple[Sop, tuple[Saksi, ...]]:
    """The canonical SOP of what was read, and the second witnesses about its values.

    Args:
        raw: one SOP as read.
        sumber: the file that it comes from.
        menit_per: working minutes by unit of time, where they differ from the defaults.
        register_tambahan: a user's own registers of regulations.
        pelaku_teks: whether actors whom only the words of a step name count as its actors.

    Returns:
        The SOP without findings, its id not yet unique in the run, and the witnesses with
        absolute pointers.
    """
    sop, catatan = susun(raw, sumber, menit_per, register_tambahan, pelaku_teks)
    sop = keyakinan_alur.tertimbang(kalibrasi.terkalibrasi(sop, raw, catatan), raw, catatan)
    catatan.bukti = sop.bukti
    unread = {key: None for key, least in _TERBACA_DARI.items() if _ragu(f"/identitas/{key}", catatan, least)}
    return sop.model_copy(update={"identitas": sop.identitas.model_copy(update=unread)}), tuple(catatan.saksi)


def susun(
    raw: RawSop,
    sumber: Sumber,
    menit_per: Mapping[str, float] | None = None,
    register_tambahan: Tambahan = (),
    pelaku_teks: bool = False,
) -> tuple[Sop, Catatan]:
    """The same with all that was noted, and the confidence of what was read from pixels not weighed yet."""
    catatan = Catatan(raw.source, raw.halaman[0] if raw.halaman else 1)
    pindah = _pindah(raw.pindah)
    raw = _tanpa_kop(raw)
    kop = instansi.parse(raw.kop, catatan)
    singkatan = prose.singkatan_dalam(field.text for field in _teks(raw))
    kepala = identitas.parse(raw.identitas, raw.judul, raw.tanda_tangan, kop.unit, catatan, singkatan)
    pembuat = instansi.lengkapi(
        kop, kepala.disahkan_oleh.jabatan, kepala.nama_sop, _lain(raw, kop.unit), catatan
    )
    wilayah = _PEMERINTAH.fullmatch(pembuat.pemerintah or "")
    items = raw.kotak.get("dasar_hukum", ())
    cited = dasar_hukum.parse(
        [item.text for item in items], wilayah[1] if wilayah else None, register_tambahan
    )
    hukum = _dasar_hukum(items, cited, pindah["dasar_hukum"], catatan)
    catatan.saksi.extend(gap for key, items in raw.kotak.items() if (gap := daftar.loncat(key, items)))
    kotak = {key: daftar.parse(key, raw.kotak.get(key, ()), pindah[key], catatan) for key in _DAFTAR}
    pelaksana = prosedur.parse_kolom(raw.pelaksana, pembuat.unit, catatan, _teks(raw))
    langkah = prosedur.parse(
        raw.prosedur, pelaksana, raw.bersimbol, menit_per, catatan, pembuat.unit, pelaku_teks
    )
    tempat = prosedur.tempat(raw.prosedur, pelaksana, raw.bersimbol)
    catatan.saksi.extend(Saksi("/prosedur", "penyambung", str(halaman)) for halaman in raw.penyambung)
    jalan = alur.parse(raw.alur, tempat, langkah, pelaksana, catatan)
    _catatan_halaman(raw, catatan)
    if raw.tanda_tangan is None and prosedur.terpotong(langkah):
        catatan.saksi.append(Saksi("/prosedur", "terpotong", ""))
    sop = Sop(
        id=_id(pembuat.unit, pembuat.pemerintah, kepala.nama_sop),
        sumber=sumber,
        instansi=pembuat,
        identitas=_terbaca(kepala, catatan),
        dasar_hukum=hukum,
        kualifikasi_pelaksana=kotak["kualifikasi_pelaksana"],
        keterkaitan=kotak["keterkaitan"],
        peralatan_perlengkapan=kotak["peralatan_perlengkapan"],
        peringatan=kotak["peringatan"],
        pencatatan_pendataan=kotak["pencatatan_pendataan"],
        pelaksana=pelaksana,
        prosedur=langkah,
        alur=jalan,
        bukti=catatan.bukti if pembuat is kop else _berurutan(catatan.bukti),
    )
    return sop, catatan


def _teks(raw: RawSop) -> Iterator[RawField]:
    """The steps, and what the boxes and the identity page say."""
    yield from raw.identitas.values()
    yield from (field for items in raw.kotak.values() for field in items)
    yield from (field for step in raw.prosedur for key in _SEL if (field := getattr(step, key)) is not None)


def _catatan_halaman(raw: RawSop, catatan: Catatan) -> None:
    """Witnesses of what is odd about the pages, and of values that nobody could read, with their place."""
    catatan.saksi.extend(
        Saksi("/sumber/halaman", f"halaman_{note.jenis}", str(note.halaman)) for note in raw.catatan
    )
    for key, field in raw.identitas.items():
        _tak_terbaca(f"/identitas/{key}", field, catatan)
    for at, step in enumerate(raw.prosedur):
        for key in _SEL:
            _tak_terbaca(f"/prosedur/{at}/{key}", getattr(step, key), catatan)


def _terbaca(kepala: Identitas, catatan: Catatan) -> Identitas:
    """The identity page without the names, and the number, that an engine read so badly that they are none."""
    pejabat_ = kepala.disahkan_oleh
    if _ragu("/identitas/disahkan_oleh/nama", catatan):
        pejabat_ = pejabat_.model_copy(update={"nama": None})
    if _ragu("/identitas/disahkan_oleh/jabatan", catatan):
        pejabat_ = pejabat_.model_copy(update={"jabatan": None})
    nama = None if _ragu("/identitas/nama_sop", catatan) else kepala.nama_sop
    nomor = None if _ragu("/identitas/nomor_sop", catatan) else kepala.nomor_sop
    return kepala.model_copy(update={"disahkan_oleh": pejabat_, "nama_sop": nama, "nomor_sop": nomor})


def _ragu(lokasi: str, catatan: Catatan, least: float = _NAMA_RAGU) -> bool:
    """Whether a name was read from pixels and is more likely rubbish than right; then it is noted as unread."""
    bukti = catatan.bukti.get(lokasi)
    if bukti is None or not bukti.mesin or bukti.keyakinan >= least:
        return False
    if any(saksi.lokasi == lokasi and saksi.jenis == "tidak_terbaca" for saksi in catatan.saksi):
        return True
    catatan.saksi.append(Saksi(lokasi, "tidak_terbaca", bukti.mentah))
    return True


def _tak_terbaca(lokasi: str, field: RawField | None, catatan: Catatan) -> None:
    if field is None or TAK_TERBACA not in field.text:
        return
    catatan.saksi.append(Saksi(lokasi, "tidak_terbaca", field.text))
    if lokasi not in catatan.bukti:
        catatan.asal(lokasi, field)


def _berurutan(bukti: Mapping[str, Bukti]) -> dict[str, Bukti]:
    """The evidence in the order of the contract's keys; what was inferred is noted later than it stands."""
    return dict(sorted(bukti.items(), key=lambda entry: _URUTAN[entry[0].split("/", 2)[1]]))


def _pindah(pointers: Sequence[str]) -> dict[str, set[int]]:
    """The places of the items of each box that were found outside it."""
    places: dict[str, set[int]] = {key: set() for key in KOTAK}
    for pointer in pointers:
        match = _PENUNJUK.fullmatch(pointer)
        if match and match[1] in places:
            places[match[1]].add(int(match[2]))
    return places


def _tanpa_kop(raw: RawSop) -> RawSop:
    """The same with letterhead lines taken out of the values that a dump of the page mixed them into."""
    kop, values = list(raw.kop), dict(raw.identitas)
    for key in ("nama_sop", "disahkan_oleh"):
        if key in values:
            lines, values[key] = instansi.pisahkan_kop(values[key])
            kop.extend(lines)
    return raw if len(kop) == len(raw.kop) else replace(raw, kop=tuple(kop), identitas=values)


def _lain(raw: RawSop, unit: str | None) -> Iterator[RawField]:
    """Texts beside the letterhead that may name the region; of an officer's block what stands before the name."""
    yield from raw.kop
    yield from raw.judul
    if "nama_sop" in raw.identitas:
        yield raw.identitas["nama_sop"]
    for block in (raw.identitas.get("disahkan_oleh"), raw.tanda_tangan):
        if block is not None:
            nama = pejabat.parse(block.text, unit).bagian.get("nama")
            span = block.span.cut(0, nama.start) if nama else block.span
            yield RawField(span, block.cara, block.keyakinan)


def _dasar_hukum(
    items: Sequence[RawField],
    readings: Sequence[Sequence[Reading[DasarHukum]]],
    pindah: Collection[int],
    catatan: Catatan,
) -> list[DasarHukum]:
    """The cited regulations; one item may cite several."""
    cited: list[DasarHukum] = []
    for place, (item, found) in enumerate(zip(items, readings, strict=True)):
        for hasil in found:
            lokasi = f"/dasar_hukum/{len(cited)}"
            if place in pindah:
                catatan.saksi.append(Saksi(lokasi, "kotak_lain", ""))
            _bukti_hukum(lokasi, item, hasil, catatan)
            cited.append(hasil.nilai)
    return cited


def _bukti_hukum(lokasi: str, item: RawField, hasil: Reading[DasarHukum], catatan: Catatan) -> None:
    """Evidence of a citation and of each of its parts."""
    whole = Bagian(0, len(item.text), hasil.cara, hasil.keyakinan)
    catatan.bagian(lokasi, item, hasil.bagian.get("teks", whole))
    catatan.dengar(lokasi, hasil)
    for key, bagian in hasil.bagian.items():
        if key == "lembaga" and bagian.start == bagian.end:
            catatan.turunan(f"{lokasi}/lembaga", "/instansi/pemerintah", bagian.keyakinan)
        elif key.partition("/")[0] in _BAGIAN_HUKUM:
            catatan.bagian(f"{lokasi}/{key}", item, bagian)


def _id(unit: str | None, pemerintah: str | None, nama_sop: str | None) -> str:
    """The slug of unit and name; a name that ends with the unit does not repeat it."""
    of_unit = slug(unit) if unit else ""
    of_name = slug(nama_sop) if nama_sop else ""
    region = _PEMERINTAH.fullmatch(pemerintah or "")
    if of_unit:
        tails = (f"-{of_unit}-{slug(region[1])}", f"-{of_unit}") if region else (f"-{of_unit}",)
        for tail in tails:
            of_name = of_name.removesuffix(tail)
    return "--".join(filter(None, (of_unit, of_name)))[:_PANJANG_ID].rstrip("-") or "sop"
