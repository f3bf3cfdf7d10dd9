"""Rules on the actors: their columns, their symbols, and those whom a step names."""

from collections.abc import Iterator
from typing import Final

from normalizers.model import Tingkat
from normalizers.pelaksana import peran
from pipeline.findings.peran import berawal_peran, dikenal, dituju, jenis, nama, setara, tanpa_urut, umum
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.simbol import digital, terbaca

KOLOM_TERBANYAK: Final = 7


@rule("PL001", "peringatan")
def satu_pelaksana(dok: Dokumen) -> Iterator[Hit]:
    """Hanya ada satu kolom pelaksana.

    SOP administrasi pemerintahan mengatur pekerjaan yang melibatkan lebih dari satu pelaksana.

    Buruk: Pelaksana: Staf
    Baik: Pelaksana: Camat | Sekretaris | Staf
    Sumber: PermenPAN-RB 35/2012, lampiran.
    """
    if len(dok.sop.pelaksana) == 1 and not dok.sop.pelaksana[0].anggota:
        pesan = f"Hanya ada satu kolom pelaksana (“{dok.sop.pelaksana[0].label}”); periksa apakah ada yang hilang."
        yield Hit("/pelaksana", pesan)


@rule("PL002", "peringatan")
def kolom_tanpa_simbol(dok: Dokumen) -> Iterator[Hit]:
    """Kolom pelaksana tanpa simbol di semua langkah.

    Pelaksana yang tidak melakukan apa pun tidak perlu kolom; mungkin simbolnya tidak terbaca.
    Hanya dinilai bila simbol terbaca pada hampir semua langkah.

    Buruk: kolom "Camat" kosong dari langkah pertama sampai terakhir
    Baik: setiap kolom memuat sedikitnya satu simbol
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    if not terbaca(dok):
        return
    ada = {tanda.id for langkah in dok.sop.prosedur for tanda in langkah.pelaksana or ()}
    for i, pelaksana in enumerate(dok.sop.pelaksana):
        if pelaksana.id not in ada:
            pesan = f"Kolom “{pelaksana.label}” tidak memuat simbol di langkah mana pun; hapus atau lengkapi."
            yield Hit(f"/pelaksana/{i}", pesan)


@rule("PL003", "galat")
def langkah_tanpa_simbol(dok: Dokumen) -> Iterator[Hit]:
    """Langkah tanpa simbol di kolom pelaksana mana pun.

    Setiap langkah mempunyai pelaku. Pada hasil baca teks atau pindaian simbol dapat hilang,
    sehingga hanya menjadi info.

    Buruk: langkah 4 tanpa simbol
    Baik: langkah 4 dengan kotak di kolom "Staf"
    Sumber: PermenPAN-RB 35/2012, lampiran (simbol).
    """
    if not terbaca(dok):
        return
    tingkat: Tingkat | None = None if digital(dok) else "info"
    for i, langkah in enumerate(dok.sop.prosedur):
        if langkah.pelaksana == []:
            pesan = (
                f"Langkah {langkah.no or f'ke-{i + 1}'} tidak mempunyai simbol pelaksana; tentukan pelakunya."
            )
            yield Hit(f"/prosedur/{i}/pelaksana", pesan, tingkat=tingkat)


@rule("PL004", "info")
def banyak_kolom(dok: Dokumen) -> Iterator[Hit]:
    """Lebih dari tujuh kolom pelaksana.

    Tabel menjadi sukar dibaca; standar tidak menetapkan jumlah terbanyak.

    Buruk: sembilan kolom pelaksana
    Baik: lima kolom pelaksana
    Sumber: kemudahan membaca, tidak diatur tersendiri.
    """
    if len(dok.sop.pelaksana) > KOLOM_TERBANYAK:
        pesan = (
            f"Ada {len(dok.sop.pelaksana)} kolom pelaksana; pertimbangkan membagi SOP atau menggabung kolom."
        )
        yield Hit("/pelaksana", pesan)


@rule("PL005", "info")
def peran_tak_dikenal(dok: Dokumen) -> Iterator[Hit]:
    """Judul kolom pelaksana tidak dikenal sebagai peran.

    Peran yang tidak dikenal tidak dapat dibandingkan dengan SOP lain; mungkin salah baca, atau tidak terbaca
    sama sekali. Semua judul kolom seperti itu disebut dalam satu temuan.

    Buruk: kolom "Kasbg Umm"
    Baik: kolom "Kasubag Umum"
    Sumber: daftar peran sopbaku.
    """
    asing = [
        f"“{p.label}”"
        for p in dok.sop.pelaksana
        if p.label and not all(map(dikenal, p.anggota or [p.id])) and not berawal_peran(p.label)
    ]
    kosong = [n for n, p in enumerate(dok.sop.pelaksana, 1) if not p.label]
    if kosong:
        nomor = ", ".join(map(str, kosong))
        yield Hit(
            "/pelaksana", f"Judul kolom pelaksana ke-{nomor} tidak terbaca; lengkapi dari dokumen aslinya."
        )
    if asing:
        yield Hit(
            "/pelaksana", f"Judul kolom {', '.join(asing)} tidak dikenal sebagai peran; periksa tulisannya."
        )


@rule("PL006", "peringatan")
def tanpa_kolom(dok: Dokumen) -> Iterator[Hit]:
    """Pelaku yang disebut dalam langkah tidak mempunyai kolom.

    Yang menerima atau melakukan bagian pekerjaan perlu kolom sendiri. Dilaporkan sekali untuk
    setiap peran. Pihak luar tidak dihitung; petugas yang termasuk kolom yang lebih umum
    (caraka bagi "Staf") hanya info.

    Buruk: "Memberikan surat kepada caraka" tanpa kolom "Caraka"
    Baik: "Memberikan surat kepada caraka" dengan kolom "Caraka"
    Sumber: uji keselarasan; ditemukan pada SOP yang terbit.
    """
    kolom = {setara(id_) for p in dok.sop.pelaksana for id_ in (p.id, *p.anggota, *peran(p.label))}
    if not kolom:
        return
    # A step that speaks of "Kasubag" means the one that has a column.
    sudah = kolom | {induk for id_ in kolom for induk in umum(id_)}
    for i, langkah in enumerate(dok.sop.prosedur):
        for id_ in map(setara, dituju(langkah.uraian, dok.sop.instansi.unit)):
            termasuk = not kolom.isdisjoint(umum(id_))
            if id_ in sudah or jenis(id_) == "eksternal" or (termasuk and jenis(id_) == "struktural"):
                continue
            sudah.add(id_)
            pesan = f"Langkah menyebut {nama(id_)}, yang tidak mempunyai kolom; tambahkan kolomnya."
            yield Hit(f"/prosedur/{i}/uraian", pesan, tingkat="info" if termasuk else None)


@rule("PL007", "info")
def kolom_ganda(dok: Dokumen) -> Iterator[Hit]:
    """Dua kolom pelaksana berarti peran yang sama.

    Satu peran cukup satu kolom; bila memang dua orang, bedakan judulnya.

    Buruk: kolom "Staf" dan kolom "Staff"
    Baik: kolom "Staf Umum" dan kolom "Staf Keuangan"
    Sumber: kemudahan membaca, tidak diatur tersendiri.
    """
    pertama: dict[str, str] = {}
    for i, pelaksana in enumerate(dok.sop.pelaksana):
        id_ = tanpa_urut(pelaksana.id)
        if id_ in pertama and pelaksana.label:
            pesan = (
                f"Kolom “{pelaksana.label}” sama perannya dengan kolom “{pertama[id_]}”; gabung atau bedakan."
            )
            yield Hit(f"/pelaksana/{i}", pesan)
        pertama.setdefault(id_, pelaksana.label)


@rule("PL008", "info")
def pelaku_tersirat(dok: Dokumen) -> Iterator[Hit]:
    """Pelaku langkah hanya tersirat dalam kalimatnya.

    Bila simbol tidak ada, pelaku kadang disebut kalimat langkah. Itu kesimpulan, bukan bacaan, sehingga
    tidak menjadi pelaksana langkah kecuali diminta (setelan baca.pelaku_teks).

    Buruk: "Sekcam memerintahkan Kasi menyusun konsep" tanpa simbol
    Baik: simbol di kolom "Sekcam"
    Sumber: PermenPAN-RB 35/2012, lampiran (pelaku ditunjukkan simbol).
    """
    label = {p.id: p.label for p in dok.sop.pelaksana}
    for lokasi, (id_, *_) in dok.kata_saksi("pelaku_tersirat").items():
        i = int(lokasi.split("/")[2])
        no = dok.sop.prosedur[i].no or f"ke-{i + 1}"
        pesan = f"Pelaku langkah {no} hanya tersirat dalam kalimatnya: “{label.get(id_, id_)}”; gambar simbolnya di kolom itu."
        yield Hit(lokasi, pesan, usulan=label.get(id_))


ATURAN: tuple[Aturan, ...] = (
    satu_pelaksana,
    kolom_tanpa_simbol,
    langkah_tanpa_simbol,
    banyak_kolom,
    peran_tak_dikenal,
    tanpa_kolom,
    kolom_ganda,
    pelaku_tersirat,
)
