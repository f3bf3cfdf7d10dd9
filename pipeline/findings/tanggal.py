"""Rules on the dates of the identity page, and dates of any precision compared."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from normalizers.model import Identitas
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tahun import kandidat

KEYS: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")
TAHUN_PERTAMA: Final = 2008
"""The first national guide to SOPs (PER/21/M.PAN/11/2008) is of this year."""

_NAMA: Final = {key: key.replace("_", " ").capitalize() for key in KEYS}


def tahun_dari(iso: str | None) -> int | None:
    """The year of an ISO date of any precision."""
    return int(iso[:4]) if iso else None


def sebelum(a: str | None, b: str | None) -> bool:
    """Whether date a surely lies before date b, as far as both are stated: "2019" is not before "2019-05-01"."""
    if not a or not b:
        return False
    n = min(len(a), len(b))
    return a[:n] < b[:n]


def ada_di_kalender(iso: str) -> bool:
    """Whether an ISO date of any precision names a day, month or year that exists."""
    tahun, bulan, hari = (*map(int, iso.split("-")), 1, 1)[:3]
    try:
        date(tahun, bulan, hari)
    except ValueError:
        return False
    return True


def tulis(iso: str) -> str:
    """The date as an officer writes it in figures: "14-01-2024", "01-2024"."""
    return "-".join(reversed(iso.split("-")))


def terakhir(identitas: Identitas) -> str | None:
    """The latest date of the SOP: what it cites was to be in force then; None without any date."""
    return max((iso for key in KEYS if (iso := getattr(identitas, key))), default=None)


@rule("ID002", "peringatan")
def pembuatan(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal pembuatan tidak ada.

    Tanggal pembuatan adalah hari SOP versi pertama selesai disusun.

    Buruk: Tanggal Pembuatan: (kosong)
    Baik: Tanggal Pembuatan: 14 Januari 2024
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    if not dok.sop.identitas.tanggal_pembuatan and not _tertulis(dok, "tanggal_pembuatan"):
        yield Hit(
            "/identitas/tanggal_pembuatan",
            "Tanggal pembuatan tidak ditemukan; isi tanggal SOP selesai disusun.",
        )


@rule("ID003", "peringatan")
def efektif(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal efektif dan tanggal pengesahan tidak ada.

    Tanggal efektif adalah hari pertama SOP berlaku; boleh sama dengan hari pengesahan. Bila
    tanggal pengesahan ada, ketiadaan tanggal efektif tidak dilaporkan.

    Buruk: Tanggal Efektif: (kosong), tanpa Tanggal Pengesahan
    Baik: Tanggal Efektif: 17 Januari 2024
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    identitas = dok.sop.identitas
    if identitas.tanggal_efektif or identitas.tanggal_pengesahan or _tertulis(dok, "tanggal_efektif"):
        return
    pesan = "Tanggal efektif tidak ditemukan, demikian pula tanggal pengesahan; isi hari pertama SOP berlaku."
    yield Hit("/identitas/tanggal_efektif", pesan)


@rule("ID004", "galat")
def efektif_dahulu(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal efektif sebelum tanggal pembuatan.

    SOP tidak dapat berlaku sebelum selesai disusun; salah satu tanggal tentu salah.

    Buruk: pembuatan 14-01-2024, efektif 02-01-2023
    Baik: pembuatan 14-01-2024, efektif 17-01-2024
    Sumber: PermenPAN-RB 35/2012, lampiran (arti tanggal).
    """
    i = dok.sop.identitas
    if i.tanggal_efektif and i.tanggal_pembuatan and sebelum(i.tanggal_efektif, i.tanggal_pembuatan):
        yield _terbalik("tanggal_efektif", i.tanggal_efektif, "tanggal_pembuatan", i.tanggal_pembuatan)


@rule("ID005", "galat")
def revisi_dahulu(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal revisi sebelum tanggal pembuatan.

    Yang direvisi sudah harus ada; salah satu tanggal tentu salah.

    Buruk: pembuatan 30-11-2018, revisi 25-08-2017
    Baik: pembuatan 30-11-2018, revisi 25-08-2023
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    i = dok.sop.identitas
    if i.tanggal_revisi and i.tanggal_pembuatan and sebelum(i.tanggal_revisi, i.tanggal_pembuatan):
        yield _terbalik("tanggal_revisi", i.tanggal_revisi, "tanggal_pembuatan", i.tanggal_pembuatan)


@rule("ID006", "peringatan")
def revisi_sesudah(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal revisi sesudah tanggal efektif.

    Versi hasil revisi belum mempunyai tanggal berlaku, atau tanggal itu rencana peninjauan.

    Buruk: efektif 02-01-2023, revisi 25-08-2023
    Baik: revisi 25-08-2023, efektif 25-08-2023
    Sumber: uji keselarasan; PermenPAN-RB 35/2012 membolehkan tanggal rencana peninjauan.
    """
    i = dok.sop.identitas
    if i.tanggal_efektif and i.tanggal_revisi and sebelum(i.tanggal_efektif, i.tanggal_revisi):
        pesan = (
            f"Tanggal revisi {tulis(i.tanggal_revisi)} sesudah tanggal efektif {tulis(i.tanggal_efektif)}; "
            "isi tanggal berlaku versi hasil revisi."
        )
        yield Hit("/identitas/tanggal_revisi", pesan)


@rule("ID007", "galat")
def mustahil(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal tidak ada di kalender, di masa depan, atau terlalu lama.

    Tanggal yang tidak ada di kalender tentu salah (galat). Tanggal di masa depan, sebelum
    pedoman SOP yang pertama (2008), atau isian yang bukan tanggal perlu diperiksa (peringatan).
    Tanggal revisi di masa depan dibolehkan sebagai rencana peninjauan.

    Buruk: Tanggal Efektif: 31 Februari 2024
    Baik: Tanggal Efektif: 29 Februari 2024
    Sumber: kalender; PER/21/M.PAN/11/2008 sebagai pedoman SOP yang pertama.
    """
    for key in KEYS:
        lokasi = f"/identitas/{key}"
        iso = getattr(dok.sop.identitas, key)
        if iso:
            yield from _periksa(dok, key, iso)
        elif mentah := dok.saksi_pertama("tanggal_mustahil", lokasi):
            yield Hit(
                lokasi, f"{_NAMA[key]} tertulis “{mentah}”, tidak ada di kalender; betulkan tanggalnya."
            )
        elif mentah := dok.saksi_pertama("bukan_tanggal", lokasi):
            pesan = f"{_NAMA[key]} berisi “{mentah}”, bukan tanggal; isi tanggalnya."
            yield Hit(lokasi, pesan, tingkat="peringatan")


@rule("ID008", "info")
def tidak_lengkap(dok: Dokumen) -> Iterator[Hit]:
    """Tanggal hanya memuat bulan atau tahun.

    Tanpa hari tidak dapat dipastikan sejak kapan SOP dibuat atau berlaku.

    Buruk: Tanggal Efektif: Januari 2019
    Baik: Tanggal Efektif: 2 Januari 2019
    Sumber: kebiasaan baik; ditemukan pada SOP yang terbit.
    """
    for key in KEYS:
        iso = getattr(dok.sop.identitas, key)
        if iso and len(iso) < len("2019-01-02"):
            ada = "tahun" if len(iso) == len("2019") else "bulan dan tahun"
            pesan = f"{_NAMA[key]} hanya memuat {ada} ({tulis(iso)}); lengkapi dengan harinya."
            yield Hit(f"/identitas/{key}", pesan)


@rule("ID022", "info")
def dua_tanggal(dok: Dokumen) -> Iterator[Hit]:
    """Satu isian memuat dua tanggal.

    Yang dipakai adalah tanggal pertama; pastikan yang dimaksud memang itu.

    Buruk: Tanggal Revisi: 2 Januari 2020 / 5 Maret 2021
    Baik: Tanggal Revisi: 5 Maret 2021
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    for key in KEYS:
        iso = getattr(dok.sop.identitas, key)
        lain = dok.saksi_pertama("tanggal_lain", f"/identitas/{key}")
        if iso and lain:
            pesan = f"{_NAMA[key]} memuat {tulis(iso)} dan juga {tulis(lain)}; tinggalkan satu tanggal saja."
            yield Hit(f"/identitas/{key}", pesan)


def _tertulis(dok: Dokumen, key: str) -> bool:
    """Whether something stands in the field that is no date: ID007 speaks of it then."""
    return any(
        dok.saksi_pertama(jenis, f"/identitas/{key}") for jenis in ("tanggal_mustahil", "bukan_tanggal")
    )


def _terbalik(key: str, iso: str, dahulu: str, iso_dahulu: str) -> Hit:
    pesan = (
        f"{_NAMA[key]} {tulis(iso)} lebih awal daripada {_NAMA[dahulu].lower()} {tulis(iso_dahulu)}; "
        "periksa kedua tanggal."
    )
    return Hit(f"/identitas/{key}", pesan)


def _periksa(dok: Dokumen, key: str, iso: str) -> Iterator[Hit]:
    lokasi = f"/identitas/{key}"
    acuan = dok.setelan.tanggal_acuan
    if not ada_di_kalender(iso):
        yield Hit(lokasi, f"{_NAMA[key]} {tulis(iso)} tidak ada di kalender; betulkan tanggalnya.")
    elif int(iso[:4]) < TAHUN_PERTAMA:
        pesan = f"{_NAMA[key]} {tulis(iso)} sebelum {TAHUN_PERTAMA}, pedoman SOP belum ada; periksa tahunnya."
        yield Hit(lokasi, pesan, _usulan(dok, iso), "peringatan")
    elif key != "tanggal_revisi" and sebelum(acuan.isoformat(), iso):
        pesan = f"{_NAMA[key]} {tulis(iso)} di masa depan; periksa tahunnya."
        yield Hit(lokasi, pesan, _usulan(dok, iso), "peringatan")


def _usulan(dok: Dokumen, iso: str) -> str | None:
    """The date with the one near year that another date of the SOP or its number also has."""
    identitas = dok.sop.identitas
    lain = {tahun_dari(nilai) for key in KEYS if (nilai := getattr(identitas, key)) != iso}
    nomor = identitas.nomor_sop or ""
    cocok = [t for t in kandidat(int(iso[:4])) if t in lain or str(t) in nomor]
    return f"{cocok[0]}{iso[4:]}" if len(cocok) == 1 else None


ATURAN: tuple[Aturan, ...] = (
    pembuatan,
    efektif,
    efektif_dahulu,
    revisi_dahulu,
    revisi_sesudah,
    mustahil,
    tidak_lengkap,
    dua_tanggal,
)
