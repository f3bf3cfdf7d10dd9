"""The parts around the SOP proper: letterhead, cover, decree, signature block; and the official's block."""

import random

from benchmarks.gaya import Gaya, derau_nip
from benchmarks.sop_acak import BULAN, Sop


def pejabat(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The official's lines as the identity page prints them; empty when it leaves him blank."""
    if not gaya.pejabat_di_kepala:
        return []
    return [
        derau_nip(line, gaya.derau, rng) if line.lower().startswith("nip") else line for line in sop.pejabat
    ]


def kop(sop: Sop, gaya: Gaya) -> list[str]:
    """The letterhead lines, bold when the hand is."""
    if not gaya.kop:
        return []
    if gaya.tebal == "**":
        return [f"**{sop.kop[0]}", *sop.kop[1:-1], f"{sop.kop[-1]}**"]
    if gaya.tebal == "<b>":
        return [f"<b>{line}</b>" for line in sop.kop]
    return list(sop.kop)


def sampul(sop: Sop, rng: random.Random) -> list[str]:
    """A cover page."""
    blank = [" "] * rng.randint(2, 7)
    return [
        sop.kop[0],
        *blank,
        rng.choice(["STANDAR OPERASIONAL PROSEDUR (SOP)", "STANDAR OPERASIONAL PROSEDUR", "SOP"]),
        sop.nama.upper(),
        *blank,
        *sop.kop[1:],
        *([f"TAHUN {rng.randint(2017, 2024)}"] if rng.random() < 0.5 else []),
        "",
    ]


def surat_keputusan(sop: Sop, rng: random.Random) -> list[str]:
    """A decree that sets the SOP, to be read over."""
    kepala = sop.unit.upper().replace("KECAMATAN", "CAMAT").replace("KELURAHAN", "LURAH")
    if kepala == sop.unit.upper():
        kepala = f"KEPALA {kepala}"
    tahun = rng.randint(2017, 2024)
    return [
        *sop.kop,
        f"KEPUTUSAN {kepala}",
        f"NOMOR : 188/{rng.randint(2, 60)}/KPTS/{tahun}",
        "TENTANG",
        f"PENETAPAN STANDAR OPERASIONAL PROSEDUR DI LINGKUNGAN {sop.unit.upper()}",
        "",
        f"{kepala},",
        "",
        "Menimbang : a. bahwa untuk meningkatkan kualitas pelayanan perlu ditetapkan standar operasional prosedur;",
        "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan keputusan;",
        "Mengingat : 1. Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;",
        "2. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012;",
        "MEMUTUSKAN :",
        "Menetapkan :",
        "KESATU : Standar operasional prosedur sebagaimana tercantum dalam lampiran keputusan ini.",
        "KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        f"Ditetapkan di {sop.wilayah.split(' ', 1)[1]}",
        f"pada tanggal {rng.randint(2, 27)} {rng.choice(BULAN)} {tahun}",
        f"{kepala},",
        "ttd",
        "",
    ]


def tanda_tangan(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The signature block below the procedure; empty when the hand prints none."""
    if not gaya.tanda_tangan:
        return []
    kosong = [""] * rng.randint(0, 3)
    lines = [sop.pejabat[0] + rng.choice(["", ","]), *kosong, *sop.pejabat[1:]]
    if gaya.tebal == "**" and rng.random() < 0.6:
        lines[1 + len(kosong)] = f"**{lines[1 + len(kosong)]}**"
    indent = rng.choice(["", " ", " " * rng.randint(20, 60)])
    return ["", *[f"{indent}{line}" if line else "" for line in lines]]
