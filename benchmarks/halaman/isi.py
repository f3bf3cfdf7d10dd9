"""What one page set carries: a random SOP, enriched for pages, its symbols, its arrows and its truth."""

import random
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gaya import Gaya, gaya_acak, kebenaran
from benchmarks.halaman.kebiasaan import kebiasaan_dari
from benchmarks.halaman.rupa import Rupa
from benchmarks.kutipan import satu_dari
from benchmarks.sop_acak import SIMBOL, Sop, sop_acak

TAMBAHAN = (
    "Tim Teknis",
    "Bendahara",
    "Pengadministrasi Umum",
    "Analis Kebijakan",
    "Verifikator",
    "Asisten Pemerintahan",
    "Bagian Hukum",
    "Pengelola Arsip",
    "Narasumber",
)
SUB_LANGKAH = (
    "menyiapkan bahan dan data pendukung",
    "menghubungi pihak yang berkepentingan",
    "menyusun konsep dan menyampaikannya kepada atasan",
    "mencatat hasil pelaksanaan dalam lembar kerja",
    "memeriksa kembali kelengkapan dokumen",
)
LENGKAP = (
    "Lembar kerja",
    "Data pendukung",
    "Alat tulis kantor",
    "Komputer dan printer",
    "Daftar hadir",
    "Peraturan terkait",
    "Nota dinas",
    "Buku kendali",
)
LABEL_PUTUSAN = (
    ("Ya", "Tidak"),
    ("Ya", "Tidak"),
    ("Y", "T"),
    ("YA", "TIDAK"),
    ("Setuju", "Tidak setuju"),
    ("Lengkap", "Tidak lengkap"),
    ("Sesuai", "Tidak sesuai"),
)


@dataclass
class Lambang:
    """One flow symbol: the row (from 0), the actor column (from 0), T P or K, the text in it, whether it spans two columns."""

    baris: int
    kolom: int
    jenis: str
    teks: str = ""
    dua: bool = False


@dataclass
class Panah:
    """One arrow between (row, column) pairs; ``pilihan`` lists targets of a return, the wanted one first."""

    dari: tuple[int, int]
    pilihan: list[tuple[int, int]]
    label: str = ""
    arti: str | None = None


@dataclass
class Isi:
    """Everything that is to be printed of one SOP."""

    sop: Sop
    gaya: Gaya
    lambang: list[Lambang]
    panah: list[Panah]
    truth: dict[str, Any]
    waktu_gabung: set[int] = field(default_factory=set)


def isi_acak(rng: random.Random, rupa: Rupa) -> Isi:
    """A random SOP that suits ``rupa``, with flow and truth; ``alur`` is filled in after drawing."""
    sop = sop_acak(rng)
    while rupa.langkah_maks and len(sop.langkah) > rupa.langkah_maks:
        sop = sop_acak(rng)
    gaya = gaya_acak(sop, rng, simbol=True)
    gaya.derau, gaya.sampul, gaya.keputusan, gaya.kop = 0, False, False, True
    gaya.kolom_ket = rupa.kolom_ket
    gaya.tanda_tangan = bool(sop.pejabat) and (rupa.ttd_bawah or rupa.kepala == "tanpa")
    gaya.pejabat_di_kepala = bool(sop.pejabat) and not (rupa.ttd_bawah and rng.random() < 0.5)
    gaya.identitas = rupa.kepala != "tanpa"
    _tambah_kolom(sop, rupa, rng)
    _perkaya(sop, rupa, rng)
    lambang = _lambang(sop, rupa, rng)
    truth = kebenaran(sop, gaya)
    gabung = _gabung_waktu(sop, truth, rupa, rng)
    _sesuaikan(truth, rupa)
    for n, step in enumerate(truth["prosedur"]):
        step["pelaksana"] = [
            {"label": sop.kolom[k], "simbol": SIMBOL[x.jenis]}
            for x in lambang
            if x.baris == n
            for k in range(x.kolom, x.kolom + 1 + x.dua)
        ]
    return Isi(sop, gaya, lambang, _panah(lambang, rng), truth, gabung)


def _tambah_kolom(sop: Sop, rupa: Rupa, rng: random.Random) -> None:
    """More actor columns, up to the number that ``rupa`` wants, in random places."""
    baru = [name for name in TAMBAHAN if name not in sop.kolom]
    kurang = 0 if rupa.arah_tabel == "P" else rupa.kolom_min - len(sop.kolom)
    names = rng.sample(baru, min(len(baru), max(0, kurang)))
    for name in names:
        at = rng.randint(0, len(sop.kolom))
        sop.kolom.insert(at, name)
        sop.truth["pelaksana"].insert(at, {"nama": name, "label": name, "anggota": []})
        for step in sop.langkah:
            step.tanda = {k + (k >= at): v for k, v in step.tanda.items()}


def _perkaya(sop: Sop, rupa: Rupa, rng: random.Random) -> None:
    """Sub-steps a–c, long lists of requirements, and other things that make rows high."""
    for step, truth in zip(sop.langkah, sop.truth["prosedur"], strict=True):
        if rng.random() < rupa.p_sub:
            items = rng.sample(SUB_LANGKAH, rng.randint(2, 3))
            step.uraian += "".join(f" {chr(97 + n)}. {item}" for n, item in enumerate(items))
            truth["uraian"] = step.uraian
        if rng.random() < rupa.p_daftar and step.kelengkapan not in ("", "-"):
            items = [step.kelengkapan, *rng.sample(LENGKAP, rng.randint(2, 4))]
            if " 2. " not in step.kelengkapan:
                step.kelengkapan = " ".join(f"{n}. {item}" for n, item in enumerate(items, 1))
                truth["kelengkapan"] = step.kelengkapan


def _lambang(sop: Sop, rupa: Rupa, rng: random.Random) -> list[Lambang]:
    out = []
    last = len(sop.langkah) - 1
    for n, step in enumerate(sop.langkah):
        if rng.random() < rupa.p_kosong and 0 < n < last:
            step.tanda = {}
            continue
        if 0 < n < last and rng.random() < rupa.p_sejajar and len(sop.kolom) > 2:
            for k in rng.sample(range(len(sop.kolom)), rng.randint(1, 2)):
                step.tanda.setdefault(k, rng.choice("PPK"))
        for k in sorted(step.tanda):
            text = ""
            if rupa.teks_simbol and step.tanda[k] == "T":
                text = ("Mulai" if n == 0 else "Selesai") if n in (0, last) else ""
            out.append(Lambang(n, k, step.tanda[k], text, _dua(sop, rupa, n, k)))
    return out


def _dua(sop: Sop, rupa: Rupa, n: int, k: int) -> bool:
    """Whether a box reaches over the next column, too, as one that is done by two actors."""
    bebas = k + 1 < len(sop.kolom) and k + 1 not in sop.langkah[n].tanda
    lebar = kebiasaan_dari(rupa.id).dua_kolom
    return (
        bebas and sop.langkah[n].tanda[k] == "P" and random.Random(f"dua/{rupa.id}/{n}/{k}").random() < lebar
    )


def _panah(lambang: list[Lambang], rng: random.Random) -> list[Panah]:
    """The chain through all symbols in reading order, and a way back from most decisions."""
    ya, tidak = rng.choice(LABEL_PUTUSAN)
    sebagian = rng.choice(["dua", "dua", "dua", "tidak", "tanpa"])
    out = []
    for n, here in enumerate(lambang):
        nxt = lambang[n + 1] if n + 1 < len(lambang) else None
        beri = here.jenis == "K" and sebagian == "dua"
        kembali = [x for x in lambang[:n] if x.baris < here.baris and x.jenis != "K"]
        if nxt:
            arti = "Ya" if beri and kembali else None
            out.append(Panah((here.baris, here.kolom), [(nxt.baris, nxt.kolom)], ya if arti else "", arti))
        if here.jenis == "K" and kembali and rng.random() < 0.85:
            pilihan = [(x.baris, x.kolom) for x in reversed(kembali[-3:])]
            rng.shuffle(pilihan)
            arti = "Tidak" if sebagian != "tanpa" else None
            out.append(Panah((here.baris, here.kolom), pilihan, tidak if arti else "", arti))
    return out


def _gabung_waktu(sop: Sop, truth: dict[str, Any], rupa: Rupa, rng: random.Random) -> set[int]:
    """Rows whose Waktu cell is merged with the next row's; the second may state it or not."""
    out: set[int] = set()
    for n in range(len(sop.langkah) - 1):
        free = n not in out and n - 1 not in out and truth["prosedur"][n]["waktu"] is not None
        if free and rng.random() < rupa.p_gabung:
            out.add(n)
            waktu = truth["prosedur"][n]["waktu"]
            truth["prosedur"][n + 1]["waktu"] = {key: satu_dari(None, value) for key, value in waktu.items()}
            sop.langkah[n + 1].waktu = ""
    return out


def _sesuaikan(truth: dict[str, Any], rupa: Rupa) -> None:
    """Take out of the truth what the arrangement of the page does not print."""
    if not rupa.kolom_no:
        for step in truth["prosedur"]:
            step["no"] = satu_dari(step["no"], None)
    if not rupa.mutu:
        for step in truth["prosedur"]:
            step["kelengkapan"] = step["waktu"] = step["output"] = None
    if rupa.kepala == "tanpa":
        for key in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan_perlengkapan"):
            truth[key] = []
        truth["peringatan"] = truth["pencatatan_pendataan"] = []
