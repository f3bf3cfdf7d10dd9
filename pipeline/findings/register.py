"""Rules on the legal basis against the register of regulations: right name, right number, still in force.

A fact of law that the register holds without proof only ever gives an info, and no rule
here changes what the document says.
"""

from collections.abc import Iterator
from typing import Final

from normalizers.model import DasarHukum, Tingkat
from normalizers.peraturan import Cocok, oleh_id
from normalizers.register import Peraturan, nama_penuh, rata_judul
from pipeline.findings.dasar_hukum import menyebut_perubahan
from pipeline.findings.data import words
from pipeline.findings.lokasi import value
from pipeline.findings.rule import SALAH_NAMA, Aturan, Dokumen, Hit, rule
from pipeline.findings.tahun import mungkin
from pipeline.findings.tanggal import tahun_dari, terakhir

MIRIP_JUDUL: Final = 0.9
"""Titles less alike than this are worth a look."""
MIRIP_BEDA: Final = 0.6
"""Titles less alike than this belong to two regulations."""
RANTAI_TERPANJANG: Final = 8
"""So many times has no regulation been replaced; a longer chain is an error in the register."""

# What the citation gives that identifies a regulation, where kind, body or both may be misnamed.
_DIKENALI: Final = ("tepat", "jenis_lain", "lembaga_lain")


@rule("DH005", "peringatan")
def dicabut(dok: Dokumen) -> Iterator[Hit]:
    """Peraturan yang dikutip sudah dicabut.

    Peringatan bila peraturan itu sudah dicabut ketika SOP dibuat atau diperbarui; info bila
    dicabut sesudahnya, tanggal SOP tidak diketahui, atau pencabutannya belum dipastikan.

    Buruk: SOP 2023 mengutip Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan
    Baik: SOP 2023 mengutip Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
    Sumber: register peraturan.
    """
    tahun_sop = tahun_dari(terakhir(dok.sop.identitas))
    for i, _, cocok in _cocok(dok):
        pengganti = _pengganti(dok, cocok.baris)
        if cocok.cara not in _DIKENALI or not pengganti:
            continue
        berlaku = tahun_sop is not None and tahun_sop >= pengganti[0].tahun
        nama = ", kemudian ".join(baris.singkat for baris in pengganti)
        agaknya = "sudah" if cocok.baris.status_terbukti else "agaknya sudah"
        pesan = f"{cocok.baris.singkat} {agaknya} dicabut dengan {nama}; periksa dan kutip yang berlaku."
        tingkat: Tingkat | None = None if berlaku and cocok.baris.status_terbukti else "info"
        usulan = pengganti[-1].nama if all(b.terbukti for b in pengganti) else None
        yield Hit(f"/dasar_hukum/{i}", pesan, usulan, tingkat)


@rule("DH006", "info")
def diubah(dok: Dokumen) -> Iterator[Hit]:
    """Peraturan yang dikutip sudah diubah, perubahannya tidak disebut.

    Sitasi lazimnya ditambah "sebagaimana telah diubah dengan …". Dilaporkan juga bila yang disebut bukan perubahan
    terakhir.

    Buruk: Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
    Baik: Undang-Undang Nomor 23 Tahun 2014 … sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 2015
    Sumber: register peraturan.
    """
    dikutip = {cocok.baris.id for _, _, cocok in _cocok(dok)}
    for i, dasar, cocok in _cocok(dok):
        perubahan = cocok.baris.diubah_oleh
        if cocok.cara not in _DIKENALI or cocok.baris.status != "diubah" or not dikutip.isdisjoint(perubahan):
            continue
        if menyebut_perubahan(dasar.teks) and not dasar.diubah_dengan:
            continue
        pengubah = [baris for id_ in perubahan if (baris := oleh_id(id_, dok.setelan.register_tambahan))]
        if pengubah:
            terbaru = max(pengubah, key=lambda baris: (baris.tahun, baris.nomor.zfill(8)))
            if dasar.diubah_dengan:
                disebut = max(u.tahun or 0 for u in dasar.diubah_dengan)
                if terbaru.terbukti and 0 < disebut < terbaru.tahun:
                    pesan = f"{cocok.baris.singkat} terakhir diubah dengan {terbaru.singkat}, yang disebut perubahan {disebut}; lengkapi."
                    yield Hit(f"/dasar_hukum/{i}/diubah_dengan", pesan)
                continue
            pesan = f"{cocok.baris.singkat} sudah diubah, terakhir dengan {terbaru.singkat}; sebutkan perubahannya."
            yield Hit(f"/dasar_hukum/{i}", pesan)


@rule("DH007", "peringatan")
def salah_nama(dok: Dokumen) -> Iterator[Hit]:
    """Jenis peraturan atau lembaganya salah disebut.

    Nomor, tahun, dan judul cocok dengan peraturan lain jenis atau lembaganya, atau nama
    lembaga ditulis tidak resmi. Nama lama atau baru kementerian yang sama hanya info.

    Buruk: Keputusan Menteri Pemberdayaan Aparatur Negara Nomor 25 Tahun 2012
    Baik: Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012
    Sumber: register peraturan; ditemukan pada SOP yang terbit.
    """
    for jenis in SALAH_NAMA:
        for lokasi, kata in dok.kata_saksi(jenis).items():
            resmi = _nama_resmi(dok, lokasi) if jenis == "lembaga_salah" else None
            seharusnya = f"nama resminya “{resmi}”" if resmi else "bukan nama resminya"
            yield Hit(lokasi, f"Tertulis “{kata[0]}”, {seharusnya}; betulkan penulisannya.")
    for i, dasar, cocok in _cocok(dok):
        baris = cocok.baris
        tingkat: Tingkat | None = None if baris.terbukti else "info"
        persen = f"{cocok.kemiripan:.0%}".replace("%", " %")
        if cocok.cara == "jenis_lain" and dasar.jenis:
            pesan = (
                f"Nomor dan tahun sama, judul cocok {persen} dengan {baris.singkat}, bukan {dasar.jenis}; "
                "betulkan jenisnya."
            )
            yield Hit(f"/dasar_hukum/{i}/jenis", pesan, baris.jenis, tingkat)
        elif cocok.cara == "lembaga_lain":
            tertulis = f"bukan “{dasar.lembaga}”" if dasar.lembaga else "lembaganya tidak disebut"
            pesan = f"Nomor dan tahun sama, judul cocok {persen} dengan {baris.singkat}, {tertulis}; betulkan lembaganya."
            if words("dasar_hukum", "lembaga_berganti").issuperset((dasar.lembaga, baris.lembaga)):
                tingkat = "info"
            yield Hit(f"/dasar_hukum/{i}/lembaga", pesan, baris.lembaga, tingkat)


@rule("DH008", "peringatan")
def judul_lain(dok: Dokumen) -> Iterator[Hit]:
    """Judul peraturan berbeda dari judul resminya.

    Sedikit berbeda: judulnya salah tulis atau terpotong (info). Jauh berbeda, atau judulnya milik
    nomor atau tahun yang hampir sama: nomor atau tahunnya agaknya salah (peringatan).

    Buruk: Undang-Undang Nomor 25 Tahun 2006 tentang Administrasi Kependudukan
    Baik: Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan
    Sumber: register peraturan.
    """
    acuan = dok.setelan.tanggal_acuan.year
    for i, dasar, cocok in _cocok(dok):
        baris = cocok.baris
        lokasi = f"/dasar_hukum/{i}"
        tingkat: Tingkat | None = None if baris.terbukti else "info"
        persen = f"{cocok.kemiripan:.0%}".replace("%", " %")
        if cocok.cara == "nomor_lain":
            pesan = (
                f"Judul cocok {persen} dengan {baris.singkat}, nomor terbaca {dasar.nomor}; periksa nomornya."
            )
            yield Hit(f"{lokasi}/nomor", pesan, baris.nomor, tingkat)
        elif cocok.cara == "tahun_lain" and dasar.tahun is not None and mungkin(dasar.tahun, acuan):
            pesan = (
                f"Judul cocok {persen} dengan {baris.singkat}, tahun terbaca {dasar.tahun}; periksa tahunnya."
            )
            yield Hit(f"{lokasi}/tahun", pesan, str(baris.tahun), tingkat)
        elif cocok.cara == "tepat" and cocok.kemiripan < MIRIP_BEDA and not _terpotong(dasar, baris):
            pesan = f"Judul ini bukan judul {baris.singkat} (“{baris.tentang}”); periksa nomor dan tahunnya."
            yield Hit(f"{lokasi}/tentang", pesan, None, tingkat)
        elif cocok.cara == "tepat" and cocok.kemiripan < MIRIP_JUDUL:
            pesan = f"Judul {baris.singkat} resminya “{baris.tentang}”; sesuaikan."
            yield Hit(f"{lokasi}/tentang", pesan, baris.tentang, "info")


@rule("DH015", "info")
def lembaran_lain(dok: Dokumen) -> Iterator[Hit]:
    """Nomor lembaran berbeda dari register.

    Lembaran negara tidak wajib disebut, tetapi bila disebut harus benar. Hanya dinilai bila register mencatat lembaran
    peraturan itu dan sitasinya tidak menyebut perubahan, yang mempunyai lembaran sendiri.

    Buruk: Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara (Lembaran Negara Tahun 2003 Nomor 7)
    Baik: Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara (Lembaran Negara Tahun 2003 Nomor 47)
    Sumber: register peraturan.
    """
    for i, dasar, cocok in _cocok(dok):
        baris = cocok.baris
        if cocok.cara != "tepat" or not baris.terbukti or menyebut_perubahan(dasar.teks):
            continue
        resmi = {entri.jenis: entri for entri in baris.lembaran}
        for n, entri in enumerate(dasar.lembaran):
            benar = resmi.get(entri.jenis)
            if benar is not None and entri.nomor != benar.nomor:
                pesan = f"{entri.jenis} {baris.singkat} tercatat bernomor {benar.nomor}, di sini {entri.nomor}; periksa."
                yield Hit(f"/dasar_hukum/{i}/lembaran/{n}/nomor", pesan, benar.nomor)


def _nama_resmi(dok: Dokumen, lokasi: str) -> str | None:
    """The body's name in full, as the tables know it."""
    lembaga = value(dok.sop, lokasi)
    return nama_penuh(lembaga) if isinstance(lembaga, str) else None


def _cocok(dok: Dokumen) -> Iterator[tuple[int, DasarHukum, Cocok]]:
    """The citations that mean a row of the register, with their place."""
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        cocok = dok.cocok(dasar)
        if cocok is not None:
            yield i, dasar, cocok


def _terpotong(dasar: DasarHukum, baris: Peraturan) -> bool:
    """Whether the citation gives the beginning of a long title: "Pelaksanaan Undang-Undang Nomor 23 Tahun 2006"."""
    return bool(dasar.tentang) and rata_judul(baris.tentang).startswith(rata_judul(dasar.tentang or ""))


def _pengganti(dok: Dokumen, baris: Peraturan) -> list[Peraturan]:
    """What revoked the regulation, then what revoked that, and so on; empty where it is not known to be revoked."""
    rantai: list[Peraturan] = []
    while baris.status == "dicabut" and baris.dicabut_oleh and len(rantai) < RANTAI_TERPANJANG:
        pengganti = oleh_id(baris.dicabut_oleh, dok.setelan.register_tambahan)
        if pengganti is None:
            break
        rantai.append(pengganti)
        baris = pengganti
    return rantai


ATURAN: tuple[Aturan, ...] = (dicabut, diubah, salah_nama, judul_lain, lembaran_lain)
