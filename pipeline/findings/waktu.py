"""Rules on the time of the steps."""

from collections.abc import Iterator
from typing import Final

from normalizers import waktu as durasi
from normalizers.model import Waktu
from pipeline.findings.prosedur import kolom_kosong
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule

TAK_DIKENAL: Final = "tak_dikenal"
"""What ``durasi.jenis`` calls a text that is neither a duration nor any known way of leaving it open."""
HARI_TERLAMA: Final = 20
"""A single step of more working days than a month has is hardly one step."""
MENIT_8_JAM: Final = 480
SELISIH_TOTAL: Final = 1
"""Minutes that a stated total may be off by rounding."""


@rule("WK001", "galat")
def tanpa_waktu(dok: Dokumen) -> Iterator[Hit]:
    """Waktu langkah kosong.

    Waktu adalah bagian dari mutu baku; setiap langkah memerlukannya.

    Buruk: Waktu: (kosong)
    Baik: Waktu: 15 menit
    Sumber: PermenPAN-RB 35/2012, lampiran (mutu baku).
    """
    return kolom_kosong(dok, "waktu", "Waktu", lambda langkah: langkah.waktu is None)


@rule("WK002", "peringatan")
def tak_terbaca(dok: Dokumen) -> Iterator[Hit]:
    """Waktu tidak terbaca atau tanpa satuan.

    Angka tanpa satuan dapat berarti menit, jam, atau hari; satuannya tidak ditebak.

    Buruk: Waktu: 15
    Baik: Waktu: 15 menit
    Sumber: PermenPAN-RB 35/2012, lampiran (mutu baku).
    """
    for i, waktu in _waktu(dok):
        if waktu.nilai is None and durasi.jenis(waktu.teks) == TAK_DIKENAL:
            pesan = f"Waktu “{waktu.teks}” tidak terbaca sebagai angka dan satuan; tulis misalnya “15 menit”."
            yield Hit(f"/prosedur/{i}/waktu", pesan)
        elif waktu.nilai is not None and waktu.satuan is None:
            pesan = f"Waktu “{waktu.teks}” tidak menyebut satuan; tambahkan menit, jam, atau hari."
            yield Hit(f"/prosedur/{i}/waktu", pesan)


@rule("WK003", "peringatan")
def tak_tentu(dok: Dokumen) -> Iterator[Hit]:
    """Waktu tidak tertentu.

    Waktu yang tidak dapat diukur tidak dapat dipakai sebagai mutu baku.

    Buruk: Waktu: Menyesuaikan
    Baik: Waktu: paling lama 2 hari
    Sumber: PermenPAN-RB 35/2012, lampiran (mutu baku sebagai ukuran).
    """
    for i, waktu in _waktu(dok):
        if waktu.nilai is None and durasi.jenis(waktu.teks) != TAK_DIKENAL:
            pesan = f"Waktu “{waktu.teks}” tidak dapat diukur; tulis batasnya, misalnya “paling lama 2 hari”."
            yield Hit(f"/prosedur/{i}/waktu", pesan)


@rule("WK004", "info")
def tak_wajar(dok: Dokumen) -> Iterator[Hit]:
    """Waktu satu langkah sangat lama atau sangat singkat.

    Lebih dari 20 hari kerja atau kurang dari 1 menit untuk satu langkah biasanya salah baca
    atau salah satuan.

    Buruk: Waktu: 15 bulan
    Baik: Waktu: 15 menit
    Sumber: uji kewajaran, tidak diatur tersendiri.
    """
    terlama = HARI_TERLAMA * dok.setelan.menit_per_hari
    for i, waktu in _waktu(dok):
        if waktu.menit is not None and waktu.menit > terlama:
            pesan = f"Waktu “{waktu.teks}” lebih dari {HARI_TERLAMA} hari kerja untuk satu langkah; periksa satuannya."
            yield Hit(f"/prosedur/{i}/waktu", pesan)
        elif waktu.menit is not None and waktu.menit < 1:
            pesan = f"Waktu “{waktu.teks}” kurang dari satu menit; periksa angkanya."
            yield Hit(f"/prosedur/{i}/waktu", pesan)


@rule("WK005", "peringatan")
def jumlah(dok: Dokumen) -> Iterator[Hit]:
    """Jumlah waktu yang tertulis tidak sama dengan jumlah langkahnya.

    Hanya dinilai bila waktu semua langkah terbaca dalam satuan tetap.

    Buruk: langkah 10 menit dan 20 menit, jumlah tertulis 1 jam
    Baik: langkah 10 menit dan 20 menit, jumlah tertulis 30 menit
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    tertulis = dok.saksi_pertama("total_waktu", "/prosedur")
    semua = [langkah.waktu for langkah in dok.sop.prosedur]
    if not tertulis or not semua:
        return
    total = durasi.parse(tertulis).nilai
    if total is None or total.menit is None:
        return
    menit = 0.0
    for waktu in semua:
        if waktu is None or waktu.menit is None or waktu.per is not None:
            return
        menit += waktu.menit
    if abs(menit - total.menit) > SELISIH_TOTAL:
        pesan = (
            f"Jumlah waktu tertulis “{tertulis}”, sedangkan jumlah semua langkah {_tulis(menit)}; periksa."
        )
        yield Hit("/prosedur", pesan)


@rule("WK006", "info")
def delapan_jam(dok: Dokumen) -> Iterator[Hit]:
    """Sehari dihitung 8 jam (480 menit).

    Jam kerja 37,5 jam untuk lima hari, jadi sehari 7,5 jam atau 450 menit. Dilaporkan sekali,
    pada langkah pertama yang memakainya.

    Buruk: Waktu: 480 menit
    Baik: Waktu: 1 hari
    Sumber: Perpres 21/2023 (37 jam 30 menit seminggu).
    """
    if dok.setelan.menit_per_hari == MENIT_8_JAM:
        return
    penuh = [i for i, waktu in _waktu(dok) if _kelipatan(waktu)]
    if penuh:
        pertama = dok.sop.prosedur[penuh[0]].waktu
        hari = _kelipatan(pertama) if pertama else 0
        nomor = ", ".join(str(dok.sop.prosedur[i].no or f"ke-{i + 1}") for i in penuh)
        teks = pertama.teks if pertama else ""
        pesan = (
            f"Waktu “{teks}” agaknya {hari} hari yang dihitung 8 jam (langkah {nomor}); "
            f"sehari kerja {dok.setelan.menit_per_hari} menit, tulis dalam hari."
        )
        yield Hit(f"/prosedur/{penuh[0]}/waktu", pesan, f"{hari} hari")


@rule("WK007", "peringatan")
def terbilang(dok: Dokumen) -> Iterator[Hit]:
    """Angka dan bilangan dalam kata tidak sama.

    Waktu sering ditulis dua kali, dengan angka dan dengan kata; bila berbeda, salah satunya salah.

    Buruk: Waktu: 3 (dua) hari
    Baik: Waktu: 3 (tiga) hari
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    for i, waktu in _waktu(dok):
        kata = dok.saksi_pertama("terbilang", f"/prosedur/{i}/waktu/nilai")
        if kata is not None:
            pesan = f"Waktu “{waktu.teks}” menyebut {kata} dalam kata, berbeda dari angkanya; samakan."
            yield Hit(f"/prosedur/{i}/waktu", pesan)


def _waktu(dok: Dokumen) -> Iterator[tuple[int, Waktu]]:
    for i, langkah in enumerate(dok.sop.prosedur):
        if langkah.waktu is not None:
            yield i, langkah.waktu


def _kelipatan(waktu: Waktu) -> int:
    """How many days of eight hours a time in minutes or hours is; 0 where it is no whole number of them."""
    if waktu.satuan not in ("menit", "jam") or waktu.nilai is None or waktu.nilai_maks is not None:
        return 0
    hari, sisa = divmod(waktu.nilai * (60 if waktu.satuan == "jam" else 1), MENIT_8_JAM)
    return int(hari) if not sisa else 0


def _tulis(menit: float) -> str:
    return f"{menit:g} menit"


ATURAN: tuple[Aturan, ...] = (tanpa_waktu, tak_terbaca, tak_tentu, tak_wajar, jumlah, delapan_jam, terbilang)
