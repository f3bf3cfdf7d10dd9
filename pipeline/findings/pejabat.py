"""Rules on the officer who approved the SOP: name, title, NIP, and the same in the signature block."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from normalizers import nip as nomor_induk
from pipeline.findings.data import table
from pipeline.findings.kata import rata
from pipeline.findings.kepastian import tak_terbaca
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tanggal import ada_di_kalender, terakhir

LOKASI: Final = "/identitas/disahkan_oleh"

_BUKAN_ANGKA: Final = re.compile(r"\D")


@rule("ID012", "galat")
def lengkap(dok: Dokumen) -> Iterator[Hit]:
    """Jabatan, nama, atau NIP pejabat yang mengesahkan tidak ada.

    Pengesahan memuat jabatan, tanda tangan, nama, dan NIP. NIP yang tidak ada hanya peringatan,
    dan info untuk pejabat yang lazimnya bukan pegawai negeri (bupati, kepala desa).

    Buruk: Disahkan oleh: SEKRETARIS KECAMATAN (tanpa nama)
    Baik: Disahkan oleh: Camat Wanasari, Sri Lestari, S.Sos., NIP 19750312 200003 2 001
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    pejabat = dok.sop.identitas.disahkan_oleh
    if not (pejabat.jabatan or pejabat.nama or pejabat.nip):
        pesan = "Pejabat yang mengesahkan tidak ditemukan; isi jabatan, nama, dan NIP."
        yield Hit(LOKASI, pesan)
        return
    if not pejabat.jabatan and not tak_terbaca(dok, f"{LOKASI}/jabatan"):
        yield Hit(f"{LOKASI}/jabatan", "Jabatan pejabat yang mengesahkan tidak ditemukan; isi jabatannya.")
    if not pejabat.nama and not tak_terbaca(dok, f"{LOKASI}/nama"):
        yield Hit(f"{LOKASI}/nama", "Nama pejabat yang mengesahkan tidak ditemukan; isi namanya.")
    if not pejabat.nip and _berawal(pejabat.jabatan, "tanpa_nip"):
        pesan = f"NIP tidak tertulis, lazim untuk {pejabat.jabatan}; pastikan memang tidak ada."
        yield Hit(f"{LOKASI}/nip", pesan, tingkat="info")
    elif not pejabat.nip:
        pesan = "NIP pejabat yang mengesahkan tidak ditemukan; isi NIP-nya."
        yield Hit(f"{LOKASI}/nip", pesan, tingkat="peringatan")


@rule("ID013", "peringatan")
def tanda_tangan(dok: Dokumen) -> Iterator[Hit]:
    """Nama, NIP, atau jabatan pada halaman identitas dan blok tanda tangan berbeda.

    Pejabatnya satu orang, jadi ejaan nama dan NIP harus sama. NIP diusulkan hanya bila tepat
    satu dari keduanya sah; ejaan nama tidak dapat dipastikan dari dokumen saja. Gelar atau
    jabatan yang berbeda hanya info.

    Buruk: identitas "Sri Lestari", tanda tangan "Sri Lestary"
    Baik: identitas "Sri Lestari, S.Sos.", tanda tangan "Sri Lestari, S.Sos."
    Sumber: uji keselarasan; ditemukan pada SOP yang terbit.
    """
    pejabat = dok.sop.identitas.disahkan_oleh
    kata = dok.kata_saksi("tanda_tangan")
    for lain in kata.get(f"{LOKASI}/nama", ())[:1]:
        yield from _beda_nama(pejabat.nama, lain)
    for lain in kata.get(f"{LOKASI}/nip", ())[:1]:
        yield from _beda_nip(dok, lain)
    for lain in kata.get(f"{LOKASI}/jabatan", ())[:1]:
        if pejabat.jabatan and not _bagian(rata(pejabat.jabatan), rata(lain)):
            pesan = f"Jabatan “{pejabat.jabatan}” berbeda dari “{lain}” di blok tanda tangan; samakan."
            yield Hit(f"{LOKASI}/jabatan", pesan, tingkat="info")


@rule("ID014", "peringatan")
def status(dok: Dokumen) -> Iterator[Hit]:
    """Singkatan status di depan jabatan tidak terbaca.

    Status yang dipakai: Plt., Plh., Pj., Pjs., a.n. Tulisan lain hampir selalu salah ketik atau
    salah baca.

    Buruk: Pt. Camat Wanasari
    Baik: Plt. Camat Wanasari
    Sumber: ditemukan pada SOP yang terbit.
    """
    lokasi = f"{LOKASI}/status"
    tertulis = dok.saksi_pertama("status_rusak", lokasi)
    if tertulis is not None:
        usulan = dok.sop.identitas.disahkan_oleh.status or "Plt."
        pesan = f"Status jabatan tertulis “{tertulis}”, agaknya “{usulan}”; betulkan singkatannya."
        yield Hit(lokasi, pesan, usulan)
    lain = dok.saksi_pertama("status_lain", lokasi)
    if lain is not None:
        pesan = f"Status jabatan “{lain}” tidak lazim; pakai Plt., Plh., Pj., Pjs., atau a.n."
        yield Hit(lokasi, pesan, tingkat="info")


@rule("ID015", "info")
def berwenang(dok: Dokumen) -> Iterator[Hit]:
    """Yang mengesahkan bukan kepala unit.

    SOP disahkan oleh pejabat yang berwenang pada unit, lazimnya kepalanya. Penandatanganan
    atas nama (a.n.) tidak dilaporkan. Blok yang menyebut penyusun ("Dibuat oleh") bukan pengesahan.

    Buruk: Disahkan oleh: Sekretaris Kecamatan
    Baik: Disahkan oleh: Camat Wanasari
    Sumber: PermenPAN-RB 35/2012, lampiran, butir identitas.
    """
    pejabat = dok.sop.identitas.disahkan_oleh
    penyusun = dok.saksi_pertama("bukan_pengesah", LOKASI)
    if penyusun is not None:
        yield Hit(LOKASI, f"Blok ini memuat “{penyusun}”; pastikan yang tertera pejabat yang mengesahkan.")
    if pejabat.status == "a.n." or _berawal(pejabat.jabatan, "tetap_kepala"):
        return
    if _berawal(pejabat.jabatan, "bukan_kepala"):
        pesan = f"“{pejabat.jabatan}” bukan kepala unit; pastikan pejabat ini berwenang mengesahkan SOP."
        yield Hit(f"{LOKASI}/jabatan", pesan)


@rule("ID023", "peringatan")
def golongan(dok: Dokumen) -> Iterator[Hit]:
    """Pangkat dan golongan tidak sepadan.

    Setiap golongan mempunyai satu nama pangkat; bila berbeda, salah satunya salah.

    Buruk: Pembina (III/d)
    Baik: Pembina (IV/a)
    Sumber: daftar pangkat dan golongan pegawai negeri sipil.
    """
    lokasi = f"{LOKASI}/pangkat"
    seharusnya = dok.saksi_pertama("golongan", lokasi)
    if seharusnya is not None:
        pangkat = dok.sop.identitas.disahkan_oleh.pangkat
        pesan = f"Pangkat “{pangkat}” tidak sepadan dengan golongannya, yang berarti “{seharusnya}”; periksa."
        yield Hit(lokasi, pesan, seharusnya)


@rule("NP001", "galat")
def nip_panjang(dok: Dokumen) -> Iterator[Hit]:
    """NIP tidak terdiri atas 18 angka.

    NIP: 8 angka tanggal lahir, 6 angka tahun dan bulan pengangkatan, 1 angka jenis kelamin,
    3 angka nomor urut. Usulan diberikan hanya bila blok tanda tangan memuat NIP yang sah.

    Buruk: 197550312 200003 2 001
    Baik: 19750312 200003 2 001
    Sumber: Peraturan Kepala BKN 22/2007.
    """
    return _nip(dok, "NP001")


@rule("NP002", "galat")
def nip_susunan(dok: Dokumen) -> Iterator[Hit]:
    """Susunan NIP mustahil.

    Tanggal lahir, bulan pengangkatan, atau angka jenis kelamin di dalam NIP tidak mungkin.
    Nomor induk PPPK, dengan angka 21 ke atas di tempat bulan, tidak dipersoalkan.

    Buruk: 19751312 200003 2 001
    Baik: 19750312 200003 2 001
    Sumber: Peraturan Kepala BKN 22/2007.
    """
    return _nip(dok, "NP002")


@rule("NP003", "peringatan")
def nip_umur(dok: Dokumen) -> Iterator[Hit]:
    """Umur pengangkatan menurut NIP tidak wajar.

    Pegawai diangkat pada umur 18 sampai 58 tahun dan tidak sesudah SOP disahkan; di luar itu
    biasanya ada angka yang salah baca.

    Buruk: 19950312 200003 2 001
    Baik: 19750312 200003 2 001
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    return _nip(dok, "NP003")


def _nip(dok: Dokumen, kode: str) -> Iterator[Hit]:
    nilai = dok.sop.identitas.disahkan_oleh.nip
    if not nilai:
        return
    for ini, kalimat in nomor_induk.masalah(nilai, _pada(dok)):
        if ini == kode:
            calon = " atau ".join(nomor_induk.calon(nilai))
            saran = f"mungkin {calon}; " if calon else ""
            pesan = f"{kalimat.removesuffix('.')}; {saran}cocokkan NIP {nilai} dengan data kepegawaian."
            yield Hit(f"{LOKASI}/nip", pesan, _nip_lain(dok))


def _pada(dok: Dokumen) -> date:
    """A day of the month in which the SOP was approved, as nearly as it tells; the reference day without any."""
    identitas = dok.sop.identitas
    iso = identitas.tanggal_pengesahan or terakhir(identitas)
    if iso is None or not ada_di_kalender(iso):
        return dok.setelan.tanggal_acuan
    tahun, bulan = (*map(int, iso.split("-")), 12)[:2]
    return date(tahun, bulan, 1)


def _nip_lain(dok: Dokumen) -> str | None:
    """The NIP of the signature block, where it is without fault."""
    lain = dok.saksi_pertama("tanda_tangan", f"{LOKASI}/nip")
    return lain if lain and not nomor_induk.masalah(lain, _pada(dok)) else None


def _berawal(jabatan: str | None, daftar: str) -> bool:
    """Whether the title begins with an office of the list, whole words only."""
    awal = f"{rata(jabatan or '')} "
    return any(awal.startswith(f"{kata} ") for kata in table("pejabat")[daftar])


def _bagian(a: str, b: str) -> bool:
    """Whether one folded text says all that the other says: "camat wanasari" and "camat wanasari kabupaten x"."""
    return set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())


def _beda_nama(nama: str | None, lain: str) -> Iterator[Hit]:
    if not nama or rata(nama).replace(" ", "") == rata(lain).replace(" ", ""):
        return
    # What follows the first comma are academic titles: "Sri Lestari, S.Sos., M.Si."
    tanpa_gelar = rata(nama.split(",")[0]) == rata(lain.split(",")[0])
    if tanpa_gelar:
        pesan = f"Gelar pada “{nama}” dan “{lain}” di blok tanda tangan berbeda; samakan penulisannya."
        yield Hit(f"{LOKASI}/nama", pesan, tingkat="info")
    else:
        pesan = f"Nama “{nama}” berbeda dari “{lain}” di blok tanda tangan; pastikan ejaan yang benar."
        yield Hit(f"{LOKASI}/nama", pesan)


def _beda_nip(dok: Dokumen, lain: str) -> Iterator[Hit]:
    nilai = dok.sop.identitas.disahkan_oleh.nip
    if not nilai:
        return
    # Where the value was mended by the signature block, a witness tells what the identity page shows.
    tertulis = _angka(dok.saksi_pertama("tercetak", f"{LOKASI}/nip") or nilai)
    if tertulis == _angka(lain):
        return
    sah = [n for n in dict.fromkeys((nilai, lain)) if not nomor_induk.masalah(n, _pada(dok))]
    pesan = f"NIP {tertulis} di halaman identitas berbeda dari {_angka(lain)} di blok tanda tangan; "
    pesan += f"yang sah susunannya {sah[0]}." if len(sah) == 1 else "pastikan NIP yang benar."
    yield Hit(f"{LOKASI}/nip", pesan, sah[0] if len(sah) == 1 else None)


def _angka(teks: str) -> str:
    return _BUKAN_ANGKA.sub("", teks)


ATURAN: tuple[Aturan, ...] = (
    lengkap,
    tanda_tangan,
    status,
    berwenang,
    golongan,
    nip_panjang,
    nip_susunan,
    nip_umur,
)
