"""Rules on the number and the names of the SOP and of its unit."""

import re
from collections.abc import Iterator
from typing import Final

from normalizers.fuzzy import ratio
from pipeline.findings.data import words
from pipeline.findings.kata import rata
from pipeline.findings.kepastian import tak_terbaca
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tanggal import KEYS as TANGGAL
from pipeline.findings.tanggal import tahun_dari
from pipeline.findings.wilayah import disebut, nama_wilayah, sama, wilayah_pejabat

_KOSONG: Final = re.compile(r"[\s._…\-–—]*")
# A year as its own part of the number: not inside "427.2019.1" and not "20191".
_TAHUN: Final = re.compile(r"(?<![\d.])(?:19|20)\d{2}(?!\d|\.\d)")
# What a title says beside the name of the procedure: "Standar Operasional Prosedur (SOP) …".
_SEBUTAN: Final = re.compile(
    r"^(?:(?:standar|standard|standart|operasional|operating|procedure|prosedur|sop)\s+)+"
)
MIRIP_JUDUL: Final = 0.85


@rule("ID001", "galat")
def nomor(dok: Dokumen) -> Iterator[Hit]:
    """Nomor SOP tidak ada atau belum lengkap.

    Nomor mengikuti tata naskah dinas instansi dan wajib ada pada halaman identitas. Bagian yang
    kosong di antara garis miring biasanya berarti nomor urutnya belum diisi (peringatan).

    Buruk: / Kec. Wanasari / 2019
    Baik: 065/12/Kec.Wanasari/2019
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    teks = dok.sop.identitas.nomor_sop
    if not teks and tak_terbaca(dok, "/identitas/nomor_sop"):
        return
    if not teks:
        yield Hit("/identitas/nomor_sop", "Nomor SOP tidak ditemukan; isi nomor sesuai tata naskah dinas.")
        return
    kosong = [str(i) for i, bagian in enumerate(teks.split("/"), 1) if _KOSONG.fullmatch(bagian)]
    if kosong:
        pesan = f"Nomor SOP “{teks}” belum lengkap: bagian ke-{', '.join(kosong)} kosong; lengkapi nomornya."
        yield Hit("/identitas/nomor_sop", pesan, tingkat="peringatan")


@rule("ID009", "peringatan")
def tahun_nomor(dok: Dokumen) -> Iterator[Hit]:
    """Tahun di dalam nomor SOP berbeda dari semua tanggal SOP.

    Nomor diberikan pada tahun SOP dibuat, direvisi, disahkan atau mulai berlaku. Selisih satu
    tahun dapat terjadi di pergantian tahun dan hanya menjadi info.

    Buruk: nomor 065/12/2019 dengan tanggal pembuatan 14-01-2024
    Baik: nomor 065/12/2024 dengan tanggal pembuatan 14-01-2024
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    identitas = dok.sop.identitas
    tahun_nomor = {int(t) for t in _TAHUN.findall(identitas.nomor_sop or "")}
    tahun_tanggal = {t for key in TANGGAL if (t := tahun_dari(getattr(identitas, key)))}
    if not tahun_nomor or not tahun_tanggal or tahun_nomor & tahun_tanggal:
        return
    selisih = min(abs(a - b) for a in tahun_nomor for b in tahun_tanggal)
    tertulis = ", ".join(map(str, sorted(tahun_nomor)))
    tanggal = ", ".join(map(str, sorted(tahun_tanggal)))
    pesan = f"Nomor SOP memuat tahun {tertulis}, sedangkan tanggal SOP bertahun {tanggal}; periksa keduanya."
    yield Hit("/identitas/nomor_sop", pesan, tingkat="info" if selisih == 1 else None)


@rule("ID010", "galat")
def nama(dok: Dokumen) -> Iterator[Hit]:
    """Nama SOP tidak ada.

    Nama SOP menyebut prosedur yang diatur dan wajib ada pada halaman identitas.

    Buruk: Nama SOP: (kosong)
    Baik: Nama SOP: Penyusunan Laporan Kinerja
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    if not dok.sop.identitas.nama_sop and not tak_terbaca(dok, "/identitas/nama_sop"):
        judul = dok.saksi_pertama("judul", "/identitas/nama_sop")
        yield Hit("/identitas/nama_sop", "Nama SOP tidak ditemukan; isi nama prosedurnya.", judul)


@rule("ID011", "peringatan")
def judul(dok: Dokumen) -> Iterator[Hit]:
    """Nama SOP berbeda dari judul pada sampul atau halaman prosedur.

    Satu SOP memakai satu nama. Beda huruf besar, sebutan "SOP", nama unit di belakang, dan
    judul kumpulan SOP pada sampul tidak dihitung.

    Buruk: identitas "Pengukuran Kinerja", judul halaman prosedur "Pengelolaan Surat Masuk"
    Baik: identitas "Pengukuran Kinerja", judul "SOP PENGUKURAN KINERJA KECAMATAN WANASARI"
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    nama_sop = dok.sop.identitas.nama_sop
    if not nama_sop:
        return
    pokok = _pokok(nama_sop)
    umum = words("judul", "kumpulan") | set(rata(dok.sop.instansi.unit or "").split())
    for teks in dok.kata_saksi("judul").get("/identitas/nama_sop", ()):
        lain = _pokok(teks)
        # A cover may carry the title of the whole collection: "SOP Pelayanan Kecamatan Wanasari".
        if pokok and not umum.issuperset(lain.split()) and not _serupa(pokok, lain):
            pesan = f"Nama SOP “{nama_sop}” berbeda dari judul “{teks}”; pakai satu nama yang sama."
            yield Hit("/identitas/nama_sop", pesan)
            return


@rule("ID016", "peringatan")
def unit(dok: Dokumen) -> Iterator[Hit]:
    """Nama wilayah pada kepala surat, jabatan dan isi SOP tidak sama.

    SOP yang disalin dari unit lain sering masih menyebut nama unit itu. Jabatan yang menyebut
    wilayah lain adalah peringatan; nama wilayah lain di dalam teks hanya info.

    Buruk: unit "Kecamatan Wanasari", disahkan oleh "Camat Tanjungrejo"
    Baik: unit "Kecamatan Wanasari", disahkan oleh "Camat Wanasari"
    Sumber: uji keselarasan; contoh SOP yang masih menyebut kecamatan lain.
    """
    for lain in dok.kata_saksi("kop_lain").get("/instansi/unit", ()):
        pesan = f"Kop surat menyebut “{dok.sop.instansi.unit}” dan juga “{lain}”; pastikan unit pemilik SOP."
        yield Hit("/instansi/unit", pesan)
    wilayah = nama_wilayah(dok.sop.instansi.unit)
    if wilayah is None:
        return
    jabatan = dok.sop.identitas.disahkan_oleh.jabatan
    pejabat = wilayah_pejabat(jabatan, wilayah.jenis)
    if pejabat and not sama(pejabat, wilayah.nama):
        pesan = f"Jabatan “{jabatan}” tidak sesuai dengan unit “{dok.sop.instansi.unit}”; periksa mana yang benar."
        yield Hit("/identitas/disahkan_oleh/jabatan", pesan)
    for lokasi, teks in _teks(dok):
        asing = next((t for t in disebut(teks, wilayah.jenis) if not sama(t, wilayah.nama)), None)
        if asing:
            pesan = (
                f"Teks ini menyebut “{wilayah.jenis.capitalize()} {asing.title()}”, padahal unitnya "
                f"“{dok.sop.instansi.unit}”; periksa apakah tersalin dari unit lain."
            )
            yield Hit(lokasi, pesan, tingkat="info")


def _teks(dok: Dokumen) -> Iterator[tuple[str, str]]:
    sop = dok.sop
    if sop.identitas.nama_sop:
        yield "/identitas/nama_sop", sop.identitas.nama_sop
    for kotak in ("kualifikasi_pelaksana", "keterkaitan", "peringatan", "pencatatan_pendataan"):
        for i, teks in enumerate(getattr(sop, kotak)):
            yield f"/{kotak}/{i}", teks
    for i, langkah in enumerate(sop.prosedur):
        yield f"/prosedur/{i}/uraian", langkah.uraian


def _pokok(nama: str) -> str:
    return _SEBUTAN.sub("", rata(nama))


def _serupa(a: str, b: str) -> bool:
    """Whether one of two folded titles says no more than the other, misreadings allowed."""
    if a in b or b in a or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return True
    return ratio(a, b) >= MIRIP_JUDUL


ATURAN: tuple[Aturan, ...] = (nomor, tahun_nomor, nama, judul, unit)
