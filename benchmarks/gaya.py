"""How one document is written: spellings of labels, markers, marks, noise; and the truth left after it.

A ``Gaya`` is drawn once per document, so that one document is consistent in itself.
"""

import copy
import random
import re
from dataclasses import dataclass
from typing import Any

from benchmarks.bahan import bahan
from benchmarks.kutipan import satu_dari
from benchmarks.sop_acak import KOTAK, TANGGAL, Sop

GLIF = {"T": ["●", "○", "● Mulai", "○ Mulai", "●"], "P": ["□", "□", "■"], "K": ["◇", "◇", "◇ Ya", "◇ Tidak"]}
KEPALA_TABEL = ("no", "uraian", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "keterangan")
SALAH_LABEL = {
    "Kualifikasi": ["Kualifikasl", "Kualiflkasi"],
    "Pelaksana": ["Pelaksaria", "Peiaksana"],
    "Peringatan": ["Perlngatan", "Peringatari"],
    "Keterkaitan": ["Keterkaltan"],
    "Tanggal": ["Tangga1", "Tanggai"],
    "Disahkan": ["Disahkari"],
    "Pencatatan": ["Pencatatari"],
    "Dasar": ["Dasat"],
}
KEMBAR = [
    ("rn", "m"),
    ("m", "rn"),
    ("i", "l"),
    ("fi", "ﬁ"),
    ("e", "c"),
    ("h", "b"),
    ("an", "ari"),
    ("l", "i"),
    ("li", "h"),
]
KATA_KUNCI = ("Nomor", "Tahun", "tentang", "Tentang")


@dataclass
class Gaya:
    """The hand of one document."""

    label: dict[str, str]
    titikdua: str
    penanda: dict[str, str]
    simbol: bool
    no_titik: bool
    baris_angka: bool
    ulang: int
    derau: int
    kop: bool
    tanda_tangan: bool
    pejabat_di_kepala: bool
    judul: bool
    tebal: str
    sampul: bool
    keputusan: bool
    identitas: bool
    kolom_ket: bool


def gaya_acak(sop: Sop, rng: random.Random, simbol: bool | None = None) -> Gaya:
    """A random hand that suits ``sop``; ``simbol`` forces glyphs in the actor columns on or off."""
    kapital = rng.random() < 0.25
    label = {key: rng.choice(choices) for key, choices in bahan("bahan")["label"].items()}
    bentuk = rng.randrange(5)  # one document writes its dates alike: "TGL. REVISI" beside "TGL. EFEKTIF"
    label |= {key: bahan("bahan")["label"][key][bentuk] for key in TANGGAL}
    if kapital:
        label = {key: text.upper() for key, text in label.items()}
    derau = rng.choice([0, 0, 0, 1, 1, 2])
    if derau == 2:
        label = {
            key: _label_rusak(text, rng) if key not in KEPALA_TABEL else text for key, text in label.items()
        }
    daftar = rng.choice(["1.", "1.", "1.", "a.", "-", "1)", "campur"])
    penanda = {key: rng.choice(["1.", "a.", "-", "1."]) if daftar == "campur" else daftar for key in KOTAK}
    if daftar in ("-", "a."):
        penanda["dasar_hukum"] = rng.choice(["1.", daftar])
    ada = bool(sop.pejabat)
    return Gaya(
        label=label,
        titikdua=rng.choice([":", " :", "", " : "]),
        penanda=penanda,
        simbol=rng.random() < 0.3 if simbol is None else simbol,
        no_titik=rng.random() < 0.3,
        baris_angka=rng.random() < 0.25,
        ulang=rng.choice([0, 0, 4, 6, 8]),
        derau=derau,
        kop=rng.random() < 0.93,
        tanda_tangan=ada and rng.random() < 0.45,
        pejabat_di_kepala=ada and rng.random() < 0.92,
        judul=rng.random() < 0.5,
        tebal=rng.choice(["", "", "**", "<b>"]),
        sampul=rng.random() < 0.2,
        keputusan=rng.random() < 0.08,
        identitas=True,
        kolom_ket=rng.random() < 0.9,
    )


def _label_rusak(text: str, rng: random.Random) -> str:
    for whole, bad in SALAH_LABEL.items():
        if whole in text and rng.random() < 0.15:
            return text.replace(whole, rng.choice(bad))
    return text


def kebenaran(sop: Sop, gaya: Gaya) -> dict[str, Any]:
    """The truth of ``sop`` as ``gaya`` prints it."""
    truth = copy.deepcopy(sop.truth)
    for step in truth["prosedur"]:
        step["pelaksana"] = step["pelaksana"] if gaya.simbol else None
        step["keterangan"] = step["keterangan"] if gaya.kolom_ket else None
    if not gaya.kop and not gaya.sampul:
        truth["instansi"] = {
            "pemerintah": _boleh(f"Pemerintah {sop.wilayah}"),
            "unit": _boleh_kosong(truth["instansi"]["unit"]),
        }
    if not gaya.identitas:
        nama = truth["identitas"]["nama_sop"]
        printed = nama["salah_satu"] if isinstance(nama, dict) else [nama]
        pejabat = truth["identitas"]["disahkan_oleh"] if gaya.tanda_tangan else None
        truth["identitas"] = dict.fromkeys(truth["identitas"])
        truth["identitas"]["nama_sop"] = satu_dari(*printed, f"Prosedur {printed[0]}", f"SOP {printed[0]}")
        truth["identitas"]["disahkan_oleh"] = pejabat or dict.fromkeys(
            sop.truth["identitas"]["disahkan_oleh"]
        )
    if not (gaya.pejabat_di_kepala or gaya.tanda_tangan):
        truth["identitas"]["disahkan_oleh"] = dict.fromkeys(truth["identitas"]["disahkan_oleh"])
    return truth


def _boleh(value: str) -> object:
    return satu_dari(None, value)


def _boleh_kosong(value: Any) -> object:
    return {"salah_satu": [None, *(value["salah_satu"] if isinstance(value, dict) else [value])]}


def nomori(items: list[str], penanda: str) -> list[str]:
    """The items with the list marker before each."""
    if penanda == "":
        return list(items)
    if penanda == "-":
        return [f"- {item}" for item in items]
    if penanda == "a.":
        return [f"{chr(97 + n)}. {item}" for n, item in enumerate(items)]
    return [f"{n}{penanda[1:]} {item}" for n, item in enumerate(items, 1)]


def glif(tanda: str, gaya: Gaya, rng: random.Random) -> str:
    """What the actor cell shows for a symbol; empty when the hand carries none."""
    return rng.choice(GLIF[tanda]) if gaya.simbol else ""


def derau(text: str, level: int, rng: random.Random) -> str:
    """``text`` with OCR slips that a careful reader sees through, fewer the shorter it is."""
    if level == 0 or len(text) < 18:
        return text
    sisa = max(1, len(text) // (60 if level == 1 else 35))
    pairs = KEMBAR if len(text) > 45 else [(a, b) for a, b in KEMBAR if len(a) == len(b)]
    words = text.split(" ")
    for n, word in enumerate(words):
        if sisa == 0 or len(word) < 6 or not (word.isalpha() and word[1:].islower()) or word in KATA_KUNCI:
            continue
        fitting = [(a, b) for a, b in pairs if a in word[1:]]
        if fitting and rng.random() < (0.05 if level == 1 else 0.11):
            a, b = rng.choice(fitting)
            words[n] = word[0] + word[1:].replace(a, b, 1)
            sisa -= 1
    return " ".join(words)


def derau_waktu(text: str, level: int, rng: random.Random) -> str:
    """A Waktu cell with the look-alikes that OCR leaves: "1O menit", "l hari", "30 rnenit"."""
    if level == 0 or rng.random() > 0.1 * level or not re.fullmatch(r"\d+ [A-Za-z]+", text):
        return text
    angka, satuan = text.split(" ")
    if angka == "1":
        return f"{rng.choice('lI')} {satuan}"
    if angka.endswith("0"):
        return f"{angka[:-1]}O {satuan}"
    return f"{angka} {satuan.replace('m', 'rn', 1)}"


def derau_nip(text: str, level: int, rng: random.Random) -> str:
    """A NIP line with letters for look-alike digits (level 2 only)."""
    if level < 2 or rng.random() > 0.4:
        return text
    kata, _, angka = text.partition(" ")
    return (
        f"{kata} " + angka.replace("0", "O", 1)
        if rng.random() < 0.5
        else f"{kata} " + angka.replace(" 1 ", " l ", 1)
    )


def label(gaya: Gaya, key: str) -> str:
    """The label as printed, with its colon and bold marks."""
    text = gaya.label[key]
    return f"<b>{text}</b>" if gaya.tebal == "<b>" else f"{gaya.tebal}{text}{gaya.tebal}"
