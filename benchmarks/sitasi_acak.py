"""Random items of a legal basis with what they cite: habits of writing, changes, several in one, OCR damage.

National regulations come from the register with their true names; local ones are invented. The
habits stand in ``data/gaya_sitasi.toml``, those of "uji" never to be looked at.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.bahan import bahan
from normalizers import peraturan
from normalizers.register import Peraturan

Fakta = dict[str, Any]
_UBAH = ("UU", "PP", "Perpres", "Permen", "Perda", "Perbup")
_LETTERS = {"m": "rn", "e": "c", "l": "I", "i": "l", "h": "b", "g": "q", "rn": "m", "u": "v", "n": "u"}
_DIGITS = {"0": "O", "1": "l", "5": "S", "8": "B", "2": "Z"}
_LEVELS = {0: (0.0, 0.0, 0.0), 1: (0.004, 0.02, 0.01), 2: (0.012, 0.06, 0.03)}
"""Chances of a damaged letter, a damaged digit, and a blank lost or a word broken, by level."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One item.

    Attributes:
        teks: as printed and read.
        sitasi: the cited regulations; keys of the contract, ``diubah`` as kind number/year.
        asal: ids of the register's rows, None for a regulation that is not in it.
        rusak: level of damage, 0 to 2.
    """

    teks: str
    sitasi: list[Fakta]
    asal: list[str | None] = field(default_factory=list)
    rusak: int = 0


def buat(seed: int, count: int, gaya: str) -> Iterator[Butir]:
    """``count`` items in the habits of one pool ("tala" or "uji"), a third of them each without, with some, with much damage."""
    rng = random.Random(f"{seed}-{gaya}")
    national = [baris for baris in peraturan.semua() if baris.kode in bahan("gaya_sitasi")[gaya]["kepala"]]
    for number in range(count):
        yield _butir(national, bahan("gaya_sitasi")[gaya], number % 3, rng)


def _butir(national: list[Peraturan], gaya: dict[str, Any], level: int, rng: random.Random) -> Butir:
    several = 2 if rng.random() < 0.12 else 1
    texts, facts, origin = [], [], []
    for _ in range(several):
        baris = rng.choice(national) if rng.random() < 0.65 else None
        text, fact = _nasional(baris, gaya, rng) if baris else _lokal(gaya, rng)
        texts.append(text)
        facts.append(fact)
        origin.append(baris.id if baris else None)
    bentuk = gaya["bentuk"]
    text = (
        rng.choice(bentuk["depan"]) + rng.choice(bentuk["sambung"]).join(texts) + rng.choice(bentuk["akhir"])
    )
    return Butir(_rusak(text, level, rng), facts, origin, level)


def _nasional(baris: Peraturan, gaya: dict[str, Any], rng: random.Random) -> tuple[str, Fakta]:
    names = gaya["lembaga"].get(baris.lembaga, [baris.lembaga or ""])
    head = rng.choice(gaya["kepala"][baris.kode]).replace("{l}", rng.choice(names))
    fact: Fakta = {"jenis": baris.jenis, "lembaga": baris.lembaga, "nomor": baris.nomor, "tahun": baris.tahun}
    return _lengkap(f"{head} ", fact, baris.tentang, gaya, rng)


def _lokal(gaya: dict[str, Any], rng: random.Random) -> tuple[str, Fakta]:
    lokal = bahan("gaya_sitasi")["lokal"]
    kode = rng.choice(["Perda", "Perda", "Perbup", "Perbup", "Perwali", "Pergub", "Kepbup"])
    level = {"Perwali": "kota", "Pergub": "provinsi"}.get(kode, "kabupaten")
    name = rng.choice(lokal[level])
    region = f"{level.title()} {name}"
    head = rng.choice(gaya["kepala"][kode]).replace("{l}", region if kode == "Perda" else name)
    tahun = rng.randint(2008, 2024)
    nomor = f"188.45/{rng.randint(10, 480)}/{tahun}" if kode == "Kepbup" else str(rng.randint(1, 99))
    fact: Fakta = {"jenis": kode, "lembaga": region, "nomor": nomor, "tahun": tahun}
    return _lengkap(f"{head} ", fact, rng.choice(lokal["tentang"]), gaya, rng)


def _lengkap(
    head: str, fact: Fakta, tentang: str, gaya: dict[str, Any], rng: random.Random
) -> tuple[str, Fakta]:
    """The citation with number, subject, gazette and changes, each of them now and then."""
    text = head + _angka(fact["nomor"], fact["tahun"], gaya, rng)
    if rng.random() < 0.9:
        text += rng.choice(gaya["bentuk"]["tentang"]).replace("{j}", tentang)
        fact["tentang"] = tentang
    if fact["jenis"] in ("UU", "PP") and rng.random() < 0.3:
        form = rng.choice(gaya["bentuk"]["lembaran"])
        text += form.format(t=fact["tahun"], ln=rng.randint(5, 300), tln=rng.randint(2900, 6800))
    if fact["jenis"] in _UBAH and "/" not in fact["nomor"] and rng.random() < 0.25:
        text += _perubahan(head, fact, gaya, rng)
    return text, fact


def _perubahan(head: str, fact: Fakta, gaya: dict[str, Any], rng: random.Random) -> str:
    """The statement of one change or two, by regulations of the same kind and body."""
    changes = [(str(rng.randint(1, 40)), min(2024, fact["tahun"] + rng.randint(1, 4) + n)) for n in range(2)]
    texts = [head + _angka(nomor, tahun, gaya, rng) for nomor, tahun in changes]
    several = rng.random() < 0.3
    form = rng.choice(gaya["bentuk"]["ubah_dua" if several else "ubah"])
    fact["diubah"] = [f"{fact['jenis']} {nomor}/{tahun}" for nomor, tahun in changes[: 1 + several]]
    return str(form.replace("{u}", texts[0]).replace("{v}", texts[1]))


def _angka(nomor: str, tahun: int, gaya: dict[str, Any], rng: random.Random) -> str:
    form = rng.choice(gaya["bentuk"]["kode" if "/" in nomor else "nomor"])
    return str(form.replace("{n}", nomor).replace("{t}", str(tahun)))


def _rusak(text: str, level: int, rng: random.Random) -> str:
    """The text as an engine may read it from a poor scan."""
    letter, digit, blank = _LEVELS[level]
    out = []
    for at, char in enumerate(text):
        roll = rng.random()
        if char.isdigit() and roll < digit:
            char = _DIGITS.get(char, char)
        elif char.isalpha() and roll < letter:
            char = _LETTERS.get(char, char)
        elif char == " " and roll < blank:
            char = ""
        elif char == " " and level and roll > 0.97:
            char = "\n"
        elif char.isalpha() and roll > 1 - blank / 4 and at and text[at - 1].isalpha():
            char = f" {char}"
        out.append(char)
    return "".join(out)
