"""Rules on the symbols of the flow. Silent for a step whose symbols are not known."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from normalizers.model import Alur, Cabang
from pipeline.findings.data import words
from pipeline.findings.kata import awal
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.simbol import alur_terbaca, halaman_simbol, simbol, terbaca, terlacak

LANGKAH_TERSEDIKIT: Final = 3
"""In a table of fewer steps a symbol without an arrow says nothing."""

_PILIHAN: Final = re.compile(
    r"\b(?:jika|bila|bilamana|apabila|kalau)\b[^.;]*?\b(?:tidak|belum|kurang)\b", re.I
)


@rule("FL001", "peringatan")
def awal_bukan_terminator(dok: Dokumen) -> Iterator[Hit]:
    """Langkah pertama tidak bersimbol terminator.

    Alur dimulai dengan kapsul.

    Buruk: langkah 1 bersimbol kotak
    Baik: langkah 1 bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if terbaca(dok):
        yield from _ujung(dok, 0, "pertama", "mulai")


@rule("FL002", "peringatan")
def akhir_bukan_terminator(dok: Dokumen) -> Iterator[Hit]:
    """Langkah terakhir tidak bersimbol terminator.

    Alur diakhiri dengan kapsul.

    Buruk: langkah terakhir bersimbol kotak
    Baik: langkah terakhir bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if terbaca(dok) and not dok.kata_saksi("terpotong"):
        yield from _ujung(dok, len(dok.sop.prosedur) - 1, "terakhir", "selesai")


@rule("FL003", "peringatan")
def banyak_awal(dok: Dokumen) -> Iterator[Hit]:
    """Alur mempunyai lebih dari satu awal.

    Satu prosedur mulai di satu tempat.

    Buruk: langkah 1 berkapsul di kolom "Staf" dan di kolom "Camat"
    Baik: langkah 1 berkapsul di kolom "Staf"
    Sumber: PermenPAN-RB 35/2012 (alur); letaknya menurut kebiasaan.
    """
    if not terbaca(dok):
        return
    mulai = [t.id for t in dok.sop.prosedur[0].pelaksana or () if t.simbol == "terminator"]
    if len(mulai) > 1:
        pesan = f"Langkah pertama mempunyai {len(mulai)} simbol mulai; pakai satu saja."
        yield Hit("/prosedur/0/pelaksana", pesan)


@rule("FL004", "peringatan")
def cabang_keputusan(dok: Dokumen) -> Iterator[Hit]:
    """Keputusan tanpa dua jalan keluar bertanda Ya dan Tidak.

    Dari belah ketupat keluar dua anak panah, masing-masing dengan tanda cabangnya. Hanya dinilai bila
    anak panah pada hampir semua langkah dapat diikuti.

    Buruk: belah ketupat dengan satu anak panah keluar, atau tanpa tulisan Ya/Tidak
    Baik: belah ketupat dengan anak panah "Ya" ke langkah berikut dan "Tidak" kembali ke penyusun
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol); tulisan cabang menurut kebiasaan.
    """
    if not alur_terbaca(dok):
        return
    pasti = terlacak(dok)
    for i, langkah in enumerate(dok.sop.prosedur):
        for k, tanda in enumerate(langkah.pelaksana or ()):
            keluar = [n for n, tepi in enumerate(dok.sop.alur) if _dari(tepi, langkah.no, tanda.id)]
            if tanda.simbol != "keputusan" or not pasti.issuperset(keluar):
                continue
            pesan = _salah_cabang([dok.sop.alur[n].label for n in keluar])
            if pesan:
                yield Hit(f"/prosedur/{i}/pelaksana/{k}", f"Keputusan pada langkah {langkah.no} {pesan}.")


def _dari(tepi: Alur, no: int | None, pelaksana: str) -> bool:
    return tepi.dari.no == no and tepi.dari.pelaksana == pelaksana


def _salah_cabang(label: Sequence[Cabang | None]) -> str | None:
    """What is wrong with the branches of a decision, given their labels; None when nothing is."""
    if not label:
        return "tidak mempunyai jalan keluar; gambar cabang Ya dan Tidak"
    if len(label) == 1:
        return "hanya mempunyai satu jalan keluar; gambar cabang Ya dan Tidak"
    if len(label) > 2:
        return f"mempunyai {len(label)} jalan keluar; sisakan cabang Ya dan Tidak"
    if set(label) != {"Ya", "Tidak"}:
        return "bercabang tanpa tulisan Ya dan Tidak; tuliskan pada kedua anak panahnya"
    return None


@rule("FL005", "peringatan")
def pilihan_bukan_keputusan(dok: Dokumen) -> Iterator[Hit]:
    """Langkah memuat pilihan, tetapi simbolnya bukan keputusan.

    Langkah yang berbunyi "jika tidak …" bercabang, jadi digambar belah ketupat.

    Buruk: "Memeriksa konsep, jika tidak setuju dikembalikan" bersimbol kotak
    Baik: "Memeriksa konsep, jika tidak setuju dikembalikan" bersimbol belah ketupat
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    for i, langkah in enumerate(dok.sop.prosedur):
        tanda = simbol(dok, i)
        if tanda and "keputusan" not in tanda and _PILIHAN.search(langkah.uraian):
            pesan = (
                "Langkah ini memuat pilihan, tetapi simbolnya bukan belah ketupat; gambar sebagai keputusan."
            )
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL006", "info")
def periksa_sebagai_proses(dok: Dokumen) -> Iterator[Hit]:
    """Langkah pemeriksaan digambar sebagai proses.

    Memeriksa biasanya berakhir dengan "ya" atau "tidak", jadi lebih tepat digambar belah ketupat.

    Buruk: "Memeriksa konsep surat" bersimbol kotak
    Baik: "Memeriksa konsep surat" bersimbol belah ketupat
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol); perkiraan menurut kata.
    """
    for i, langkah in enumerate(dok.sop.prosedur):
        if simbol(dok, i) == {"proses"} and awal(langkah.uraian).kata in words("kata", "pemeriksaan"):
            if _PILIHAN.search(langkah.uraian):
                continue  # FL005 speaks of it
            pesan = "Langkah pemeriksaan ini digambar sebagai proses; pertimbangkan belah ketupat (ya/tidak)."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL007", "peringatan")
def terminator_di_tengah(dok: Dokumen) -> Iterator[Hit]:
    """Terminator di tengah alur.

    Kapsul hanya untuk awal dan akhir. Akhir yang dituju cabang "Tidak" dibolehkan.

    Buruk: langkah 4 dari 9 bersimbol kapsul
    Baik: hanya langkah 1 dan 9 yang bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if not terbaca(dok):
        return
    tidak = {tepi.ke.no for tepi in dok.sop.alur if tepi.label == "Tidak"}
    for i, langkah in enumerate(dok.sop.prosedur[1:-1], 1):
        if "terminator" in simbol(dok, i) and langkah.no not in tidak:
            pesan = f"Langkah {langkah.no or f'ke-{i + 1}'} di tengah alur bersimbol mulai/selesai; ganti simbolnya."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL008", "galat")
def simbol_lepas(dok: Dokumen) -> Iterator[Hit]:
    """Simbol tidak tersambung, atau anak panah menuju langkah yang tidak ada.

    Setiap langkah dicapai dari langkah lain dan menuju langkah lain. Hanya dinilai bila anak panah pada
    hampir semua langkah dapat diikuti.

    Buruk: langkah 4 tanpa anak panah masuk maupun keluar
    Baik: langkah 4 tersambung dari langkah 3 dan ke langkah 5
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    nomor = {langkah.no for langkah in dok.sop.prosedur}
    for n, tepi in enumerate(dok.sop.alur):
        for arah, ujung in (("dari", tepi.dari), ("ke", tepi.ke)):
            if ujung.no not in nomor:
                pesan = f"Anak panah {arah} langkah {ujung.no}, yang tidak ada; periksa nomor langkahnya."
                yield Hit(f"/alur/{n}/{arah}/no", pesan)
    if not alur_terbaca(dok) or len(dok.sop.prosedur) < LANGKAH_TERSEDIKIT:
        return
    tersambung = {ujung.no for tepi in dok.sop.alur for ujung in (tepi.dari, tepi.ke)}
    for i, langkah in enumerate(dok.sop.prosedur):
        if _di_tepi_halaman(dok, i):
            continue  # its line may go on overleaf
        if simbol(dok, i) and langkah.no is not None and langkah.no not in tersambung:
            pesan = f"Simbol langkah {langkah.no} tidak tersambung dengan anak panah; gambar dari mana dan ke mana."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


def _di_tepi_halaman(dok: Dokumen, i: int) -> bool:
    """Whether the step before or behind a step is drawn on another page."""
    pages = [halaman_simbol(dok, k) for k in range(max(0, i - 1), min(len(dok.sop.prosedur), i + 2))]
    return len(set(pages) - {None}) > 1


@rule("FL009", "peringatan")
def tanpa_penyambung(dok: Dokumen) -> Iterator[Hit]:
    """Alur berlanjut ke halaman lain tanpa simbol penyambung.

    Bila diagram terpotong halaman, segi lima menunjukkan di mana ia berlanjut. Hanya dinilai pada
    dokumen yang halamannya pasti (PDF) dan bila simbolnya terbaca.

    Buruk: anak panah langkah 5 berhenti di kaki halaman, langkah 6 di halaman berikut
    Baik: segi lima "A" di kaki halaman dan di kepala halaman berikut
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if dok.sop.sumber.jenis != "pdf" or not terbaca(dok):
        return
    ada = set(dok.kata_saksi("penyambung").get("/prosedur", ()))
    ada |= {str(halaman_simbol(dok, i)) for i in range(len(dok.sop.prosedur)) if "konektor" in simbol(dok, i)}
    for i in range(1, len(dok.sop.prosedur)):
        dari, ke = halaman_simbol(dok, i - 1), halaman_simbol(dok, i)
        if dari and ke and dari < ke and ada.isdisjoint((str(dari), str(ke))):
            pesan = f"Alur berlanjut dari halaman {dari} ke halaman {ke} tanpa simbol penyambung; tambahkan segi lima."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL010", "peringatan")
def simbol_asing(dok: Dokumen) -> Iterator[Hit]:
    """Bentuk simbol di luar lima simbol standar.

    Bentuk lain (dokumen, trapesium, lingkaran …) dibaca sebagai simbol standar yang paling dekat
    artinya; gambarlah dengan simbol itu.

    Buruk: langkah 3 digambar dengan bentuk dokumen
    Baik: langkah 3 digambar dengan kotak
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    for lokasi, dibaca in dok.kata_saksi("simbol_asing").items():
        i = int(lokasi.split("/")[2])
        arti = f", dibaca sebagai {dibaca[0]}; ganti dengan simbol standarnya" if dibaca[0] else "; ganti"
        no = dok.sop.prosedur[i].no or f"ke-{i + 1}"
        yield Hit(lokasi, f"Simbol langkah {no} berbentuk di luar lima simbol standar{arti}.")


@rule("FL011", "info")
def awal_tidak_di_kiri(dok: Dokumen) -> Iterator[Hit]:
    """Pelaku pertama tidak berada di kolom paling kiri.

    Kolom pelaksana diurutkan menurut langkah, sehingga alur mulai dari kiri.

    Buruk: langkah 1 bersimbol di kolom ketiga
    Baik: langkah 1 bersimbol di kolom pertama
    Sumber: PermenPAN-RB 35/2012, lampiran; dalam praktik sering diurutkan menurut jabatan.
    """
    if not terbaca(dok) or not dok.sop.prosedur[0].pelaksana:
        return
    urutan = [p.id for p in dok.sop.pelaksana]
    pelaku = {tanda.id for tanda in dok.sop.prosedur[0].pelaksana}
    if urutan and urutan[0] not in pelaku:
        kolom = next((p.label for p in dok.sop.pelaksana if p.id in pelaku), "")
        pesan = f"Langkah pertama dimulai di kolom “{kolom}”, bukan di kolom paling kiri; urutkan kolom menurut langkah."
        yield Hit("/prosedur/0/pelaksana", pesan)


def _ujung(dok: Dokumen, i: int, letak: str, arti: str) -> Iterator[Hit]:
    tanda = simbol(dok, i)
    if tanda and "terminator" not in tanda:
        pesan = f"Langkah {letak} tidak bersimbol {arti} (kapsul); ganti simbolnya."
        yield Hit(f"/prosedur/{i}/pelaksana", pesan)


ATURAN: tuple[Aturan, ...] = (
    awal_bukan_terminator,
    akhir_bukan_terminator,
    banyak_awal,
    cabang_keputusan,
    pilihan_bukan_keputusan,
    periksa_sebagai_proses,
    terminator_di_tengah,
    simbol_lepas,
    tanpa_penyambung,
    simbol_asing,
    awal_tidak_di_kiri,
)
