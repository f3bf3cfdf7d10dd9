"""Rules on the SOP as a whole: both of its parts, its end, its age."""

from collections.abc import Iterator

from pipeline.findings.daftar import KOTAK
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tanggal import TAHUN_PERTAMA, sebelum, tahun_dari, tulis


@rule("DK001", "peringatan")
def separuh(dok: Dokumen) -> Iterator[Hit]:
    """Halaman identitas ada tanpa halaman prosedur, atau sebaliknya.

    Satu SOP terdiri atas keduanya; yang tidak ada mungkin hilang saat dipindai.

    Buruk: hanya tabel prosedur, tanpa nomor, nama, dan pengesahan
    Baik: halaman identitas diikuti halaman prosedur
    Sumber: PermenPAN-RB 35/2012, lampiran (bagian SOP).
    """
    sop = dok.sop
    identitas = any(sop.identitas.model_dump(exclude={"nama_sop", "disahkan_oleh"}).values())
    kotak = any(getattr(sop, key) for key in KOTAK)
    if (identitas or kotak) and not sop.prosedur:
        yield Hit("/prosedur", "Halaman identitas ada, tetapi halaman prosedur tidak; lengkapi berkasnya.")
    elif sop.prosedur and not identitas and not kotak:
        yield Hit("/identitas", "Halaman prosedur ada, tetapi halaman identitas tidak; lengkapi berkasnya.")


@rule("DK002", "info")
def terpotong(dok: Dokumen) -> Iterator[Hit]:
    """Tabel prosedur terpotong di akhir berkas.

    Tanpa langkah akhir atau blok tanda tangan, mungkin halaman terakhir tidak ikut.

    Buruk: berkas berakhir di tengah tabel
    Baik: tabel diakhiri langkah terakhir dan tanda tangan
    Sumber: ditemukan pada SOP yang terbit.
    """
    for lokasi in dok.kata_saksi("terpotong"):
        yield Hit(lokasi, "Prosedur tampaknya terpotong; periksa apakah ada halaman yang hilang.")


@rule("DK003", "info")
def perlu_ditinjau(dok: Dokumen) -> Iterator[Hit]:
    """SOP sudah lama tidak ditinjau.

    SOP dievaluasi secara berkala. Tenggat lima tahun adalah setelan, bukan bunyi peraturan.

    Buruk: tanggal efektif 02-01-2012, tanpa revisi
    Baik: tanggal efektif 02-01-2012, revisi 05-02-2024
    Sumber: PermenPAN-RB 35/2012 (evaluasi berkala); tenggatnya setelan sopbaku.
    """
    i = dok.sop.identitas
    tanggal = max(filter(None, (i.tanggal_revisi, i.tanggal_efektif)), default=None)
    tahun = tahun_dari(tanggal)
    if tanggal is None or tahun is None or tahun < TAHUN_PERTAMA:
        return  # ID007 speaks of such a date
    batas = dok.setelan.tanggal_acuan.replace(
        day=1, year=dok.setelan.tanggal_acuan.year - dok.setelan.umur_tinjau
    )
    if sebelum(tanggal, batas.isoformat()):
        key = "tanggal_revisi" if tanggal == i.tanggal_revisi else "tanggal_efektif"
        pesan = f"SOP terakhir diperbarui {tulis(tanggal)}; tinjau apakah masih sesuai."
        yield Hit(f"/identitas/{key}", pesan)


_CATATAN_HALAMAN = {
    "halaman_kosong": "Halaman {} kosong; periksa apakah ada isi yang hilang saat dipindai.",
    "halaman_salinan": "Halaman {} sama dengan halaman sebelumnya dan tidak dibaca lagi.",
    "halaman_asing": "Halaman {} tidak memuat bagian SOP ini; periksa apakah halaman itu milik dokumen lain.",
    "halaman_arah_ragu": "Arah halaman {} tidak pasti; periksa apakah terbaca terbalik.",
}


@rule("DK004", "info")
def halaman(dok: Dokumen) -> Iterator[Hit]:
    """Halaman berkas perlu diperiksa.

    Halaman kosong, yang dimuat dua kali, yang bukan bagian SOP, atau yang arahnya tidak pasti.

    Buruk: halaman 2 dan 3 berisi pindaian lembar yang sama
    Baik: setiap lembar dipindai satu kali dan tegak
    Sumber: kebiasaan sopbaku: tidak ada halaman yang hilang diam-diam.
    """
    for jenis, pesan in _CATATAN_HALAMAN.items():
        for lokasi, nomor in dok.kata_saksi(jenis).items():
            for satu in nomor:
                yield Hit(lokasi, pesan.format(satu))


ATURAN: tuple[Aturan, ...] = (separuh, terpotong, perlu_ditinjau, halaman)
