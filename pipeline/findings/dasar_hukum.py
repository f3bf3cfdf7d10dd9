"""Rules on the form of the legal basis: what the citations themselves tell. The register has its own module."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from normalizers.fuzzy import ratio
from normalizers.model import DasarHukum
from pipeline.findings.data import table, words
from pipeline.findings.kata import rata
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tahun import kandidat, mungkin

SELISIH_LEMBARAN: Final = 1
"""A regulation of December may be promulgated in January; more years apart means that one of them is misread."""
MIRIP_DAERAH: Final = 0.8

_NEGARA: Final = re.compile(
    r"\s+(?:Republik\s+Indonesia|R\.?I\.?)(?=,?\s+(?:Nomor|Nomer|No\b|Tahun|tentang))", re.I
)
_DAERAH: Final = re.compile(r"^(kabupaten|kota|provinsi|propinsi)\s+(?:administrasi\s+)?(.+)")
_DIUBAH: Final = re.compile(r"\bdiubah\b|\bperubahan\b", re.I)


@rule("DH001", "peringatan")
def tidak_terurai(dok: Dokumen) -> Iterator[Hit]:
    """Jenis, nomor, atau tahun peraturan tidak terbaca.

    Sitasi menyebut jenis peraturan, nomor, dan tahun; tanpa itu peraturannya tidak dapat dicari.

    Buruk: No. 2 Tahun 2009 tentang Pokok-Pokok Pengelolaan Keuangan Daerah
    Baik: Peraturan Daerah Nomor 2 Tahun 2009 tentang Pokok-Pokok Pengelolaan Keuangan Daerah
    Sumber: UU 12/2011, Lampiran II butir 45-49.
    """
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.jenis in words("dasar_hukum", "tanpa_nomor"):
            continue
        nilai = {"jenis": dasar.jenis, "nomor": dasar.nomor, "tahun": dasar.tahun}
        hilang = [nama for nama, isi in nilai.items() if isi is None]
        if hilang:
            cocok = dok.cocok(dasar)
            saran = f", agaknya {cocok.baris.singkat}" if cocok else ""
            kurang = " dan ".join(filter(None, (", ".join(hilang[:-1]), hilang[-1])))
            pesan = f"Sitasi “{_ringkas(dasar.teks)}” tidak memuat {kurang} yang terbaca; lengkapi{saran}."
            yield Hit(f"/dasar_hukum/{i}", pesan)


@rule("DH002", "peringatan")
def tanpa_judul(dok: Dokumen) -> Iterator[Hit]:
    """Judul peraturan ("tentang …") tidak ada.

    Judul membuat salah baca pada nomor atau tahun ketahuan.

    Buruk: Peraturan Pemerintah Nomor 17 Tahun 2018
    Baik: Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
    Sumber: UU 12/2011, Lampiran II butir 45.
    """
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if not dasar.tentang and dasar.jenis not in words("dasar_hukum", "tanpa_nomor"):
            pesan = f"Sitasi “{_ringkas(dasar.teks)}” tidak memuat judul; lengkapi dengan “tentang …”."
            yield Hit(f"/dasar_hukum/{i}/tentang", pesan)


@rule("DH003", "galat")
def tahun_mustahil(dok: Dokumen) -> Iterator[Hit]:
    """Tahun peraturan di masa depan atau sebelum 1945.

    Biasanya angka tertukar. Tahun diusulkan bila lembaran (LN, BN, LD, BD) pada sitasi yang sama
    atau register memastikannya; nilai yang terbaca tidak diubah.

    Buruk: Peraturan Daerah Nomor 15 Tahun 2106 (Lembaran Daerah Tahun 2016 Nomor 16)
    Baik: Peraturan Daerah Nomor 15 Tahun 2016 (Lembaran Daerah Tahun 2016 Nomor 16)
    Sumber: uji keselarasan; ditemukan pada SOP yang terbit.
    """
    acuan = dok.setelan.tanggal_acuan.year
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.tahun is None or mungkin(dasar.tahun, acuan):
            continue
        usulan, alasan = _tahun_benar(dok, dasar, dasar.tahun)
        yield Hit(f"/dasar_hukum/{i}/tahun", f"Tahun {dasar.tahun} mustahil; {alasan}.", usulan)


@rule("DH004", "peringatan")
def tahun_lembaran(dok: Dokumen) -> Iterator[Hit]:
    """Tahun peraturan tidak cocok dengan tahun lembarannya.

    Peraturan diundangkan pada tahun yang sama atau berikutnya; selisih yang lebih besar berarti
    salah satunya salah. Lembaran milik peraturan perubahannya tidak dipersoalkan.

    Buruk: Undang-Undang Nomor 23 Tahun 2014 (Lembaran Negara Tahun 2004 Nomor 244)
    Baik: Undang-Undang Nomor 23 Tahun 2014 (Lembaran Negara Tahun 2014 Nomor 244)
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    acuan = dok.setelan.tanggal_acuan.year
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.tahun is None or not mungkin(dasar.tahun, acuan):
            continue
        tahun = [dasar.tahun, *(u.tahun for u in dasar.diubah_dengan if u.tahun is not None)]
        for n, lembaran in enumerate(dasar.lembaran):
            if lembaran.tahun is not None and min(abs(lembaran.tahun - t) for t in tahun) > SELISIH_LEMBARAN:
                pesan = (
                    f"Tahun peraturan {dasar.tahun} tidak cocok dengan {lembaran.jenis} tahun {lembaran.tahun}; "
                    "periksa keduanya."
                )
                yield Hit(f"/dasar_hukum/{i}/lembaran/{n}/tahun", pesan)


@rule("DH009", "info")
def hierarki(dok: Dokumen) -> Iterator[Hit]:
    """Dasar hukum tidak berurutan menurut hierarki.

    Urutannya dari yang tertinggi; yang sama jenisnya dari yang terlama. Hanya tempat pertama
    yang dilaporkan.

    Buruk: 1. Peraturan Presiden … 2. Undang-Undang …
    Baik: 1. Undang-Undang … 2. Peraturan Presiden …
    Sumber: UU 12/2011, Lampiran II butir 43; letak Permen dan aturan kepala daerah menurut kebiasaan.
    """
    urutan = _hierarki()
    lalu: DasarHukum | None = None
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.jenis not in urutan:
            continue
        if lalu is not None and lalu.jenis is not None:
            naik = urutan[dasar.jenis] < urutan[lalu.jenis]
            lebih_lama = dasar.jenis == lalu.jenis and _tahun_sah(dok, lalu) > _tahun_sah(dok, dasar) > 0
            if naik or lebih_lama:
                alasan = "lebih tinggi" if naik else "lebih lama"
                pesan = f"Peraturan ini {alasan} daripada yang disebut sebelumnya; pindahkan ke atasnya."
                yield Hit(f"/dasar_hukum/{i}", pesan)
                return
        lalu = dasar


@rule("DH010", "info")
def ganda(dok: Dokumen) -> Iterator[Hit]:
    """Peraturan yang sama disebut dua kali.

    Pengulangan membingungkan pembaca dan sering tersisa dari penyalinan.

    Buruk: 2. Permendagri 52/2011 … 5. Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 …
    Baik: setiap peraturan satu kali
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    pertama: dict[tuple[str, str, str, int], int] = {}
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.jenis is None or dasar.nomor is None or dasar.tahun is None:
            continue
        kunci = (dasar.jenis, rata(dasar.lembaga or ""), rata(dasar.nomor), dasar.tahun)
        awal = pertama.setdefault(kunci, i)
        if awal != i:
            pesan = f"Peraturan ini sudah disebut pada butir ke-{awal + 1}; hapus salah satunya."
            yield Hit(f"/dasar_hukum/{i}", pesan)


@rule("DH011", "info")
def pedoman(dok: Dokumen) -> Iterator[Hit]:
    """Pedoman penyusunan SOP tidak disebut.

    Lazimnya dasar hukum menyebut PermenPAN-RB 35/2012, Permendagri 52/2011, atau peraturan
    daerah tentang SOP. Standar tidak mewajibkannya.

    Buruk: dasar hukum tanpa satu pun peraturan tentang SOP
    Baik: Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman Penyusunan SOP AP
    Sumber: kebiasaan baik, tidak diwajibkan.
    """
    if dok.sop.dasar_hukum and not any(_tentang_sop(dasar) for dasar in dok.sop.dasar_hukum):
        pesan = (
            "Dasar hukum tidak menyebut pedoman penyusunan SOP; "
            "pertimbangkan PermenPAN-RB 35/2012 atau aturan daerah tentang SOP."
        )
        yield Hit("/dasar_hukum", pesan)


@rule("DH012", "peringatan")
def daerah_lain(dok: Dokumen) -> Iterator[Hit]:
    """Peraturan daerah lain dikutip.

    Peraturan kabupaten atau kota lain tidak berlaku di sini; biasanya tersalin dari contoh SOP.
    Peraturan provinsi tidak diperiksa untuk kabupaten dan kota.

    Buruk: Pemerintah Kabupaten Sukamaju mengutip Peraturan Daerah Kota Mandalika
    Baik: Pemerintah Kabupaten Sukamaju mengutip Peraturan Daerah Kabupaten Sukamaju
    Sumber: ditemukan pada SOP yang terbit.
    """
    sendiri = _daerah((dok.sop.instansi.pemerintah or "").removeprefix("Pemerintah").strip())
    if sendiri is None:
        return
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.jenis not in words("dasar_hukum", "daerah"):
            continue
        lain = _daerah(dasar.lembaga or "")
        if lain and _beda_daerah(sendiri, lain):
            pesan = f"Peraturan {dasar.lembaga} dikutip oleh {dok.sop.instansi.pemerintah}; pastikan tidak salah salin."
            yield Hit(f"/dasar_hukum/{i}/lembaga", pesan)


@rule("DH013", "info")
def sebutan_negara(dok: Dokumen) -> Iterator[Hit]:
    """Frasa "Republik Indonesia" di belakang jenis peraturan.

    Nama peraturan ditulis tanpa frasa itu.

    Buruk: Peraturan Presiden Republik Indonesia Nomor 29 Tahun 2014 tentang …
    Baik: Peraturan Presiden Nomor 29 Tahun 2014 tentang …
    Sumber: UU 12/2011, Lampiran II butir 45.
    """
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        if dasar.jenis not in words("dasar_hukum", "tanpa_negara"):
            continue
        m = _NEGARA.search(dasar.teks)
        # Only in the name of the regulation itself, not in its title: "… tentang … Polisi Republik Indonesia".
        if m and "tentang" not in dasar.teks[: m.start()].casefold():
            pesan = f"Frasa “{m[0].strip()}” tidak dipakai dalam sitasi; hapus."
            yield Hit(f"/dasar_hukum/{i}/teks", pesan, dasar.teks[: m.start()] + dasar.teks[m.end() :])


@rule("DH014", "peringatan")
def perubahan_terbalik(dok: Dokumen) -> Iterator[Hit]:
    """Perubahan yang disebut lebih lama daripada peraturannya.

    Yang mengubah selalu terbit kemudian. Bila terbalik, kedua peraturan tertukar atau tahunnya salah.

    Buruk: Undang-Undang Nomor 24 Tahun 2013 sebagaimana telah diubah dengan Undang-Undang Nomor 23 Tahun 2006
    Baik: Undang-Undang Nomor 23 Tahun 2006 sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013
    Sumber: uji keselarasan; cara menyebut perubahan menurut UU 12/2011, Lampiran II.
    """
    for i, dasar in enumerate(dok.sop.dasar_hukum):
        for n, pengubah in enumerate(dasar.diubah_dengan):
            if pengubah.tahun is not None and 0 < pengubah.tahun < _tahun_sah(dok, dasar):
                pesan = (
                    f"Perubahan bertahun {pengubah.tahun} lebih lama daripada peraturan yang diubahnya ({dasar.tahun}); "
                    "periksa urutan dan tahunnya."
                )
                yield Hit(f"/dasar_hukum/{i}/diubah_dengan/{n}/tahun", pesan)


def _tahun_sah(dok: Dokumen, dasar: DasarHukum) -> int:
    """The year of the regulation, 0 where it is unknown or impossible."""
    return dasar.tahun if dasar.tahun and mungkin(dasar.tahun, dok.setelan.tanggal_acuan.year) else 0


def menyebut_perubahan(teks: str) -> bool:
    """Whether the citation itself names a change: "… sebagaimana telah diubah dengan …"."""
    return _DIUBAH.search(teks) is not None


def _tahun_benar(dok: Dokumen, dasar: DasarHukum, tahun: int) -> tuple[str | None, str]:
    """The year that a second witness confirms, if any, and what to tell the officer."""
    acuan = dok.setelan.tanggal_acuan.year
    lembaran = {n.tahun for n in dasar.lembaran if n.tahun and mungkin(n.tahun, acuan)}
    if len(lembaran) == 1:
        (benar,) = lembaran
        return str(benar), f"menurut lembarannya {benar}"
    cocok = dok.cocok(dasar)
    if cocok is not None and cocok.cara == "tahun_lain" and cocok.baris.terbukti:
        return str(cocok.baris.tahun), f"menurut judulnya {cocok.baris.singkat}"
    lain = [t for t in kandidat(tahun) if mungkin(t, acuan)]
    return None, f"mungkin {' atau '.join(map(str, lain[:3]))}" if lain else "betulkan tahunnya"


@cache
def _hierarki() -> dict[str | None, int]:
    return {jenis: i for i, baris in enumerate(table("dasar_hukum")["hierarki"]) for jenis in baris}


def _ringkas(teks: str, panjang: int = 60) -> str:
    return teks if len(teks) <= panjang else teks[:panjang].rsplit(" ", 1)[0] + " …"


def _tentang_sop(dasar: DasarHukum) -> bool:
    for p in table("dasar_hukum")["pedoman_sop"]:
        if (dasar.jenis, dasar.nomor, dasar.tahun) == (p["jenis"], p["nomor"], p["tahun"]):
            return True
    judul = f" {rata(dasar.tentang or dasar.teks)} "
    return any(f" {frasa} " in judul for frasa in table("dasar_hukum")["tentang_sop"])


def _daerah(nama: str) -> tuple[str, str] | None:
    m = _DAERAH.match(rata(nama))
    return (m[1].replace("propinsi", "provinsi"), m[2]) if m else None


def _beda_daerah(sendiri: tuple[str, str], lain: tuple[str, str]) -> bool:
    if (sendiri[0] == "provinsi") != (lain[0] == "provinsi"):
        return False
    return sendiri[0] != lain[0] or ratio(sendiri[1], lain[1]) < MIRIP_DAERAH


ATURAN: tuple[Aturan, ...] = (
    tidak_terurai,
    tanpa_judul,
    tahun_mustahil,
    tahun_lembaran,
    hierarki,
    ganda,
    pedoman,
    daerah_lain,
    sebutan_negara,
    perubahan_terbalik,
)
