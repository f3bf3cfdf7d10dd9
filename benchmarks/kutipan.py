"""Random citations of regulations: the printed text and the facts that it states.

True national regulations come from ``data/peraturan.toml``; local ones get a random number and year.
"""

import random
from collections.abc import Callable
from typing import Any

from benchmarks.bahan import bahan

Fakta = dict[str, Any]
PENUH = {
    "UU": ["Undang-Undang", "Undang-undang", "Undang - Undang", "UNDANG-UNDANG"],
    "PP": ["Peraturan Pemerintah", "Peraturan Pemerintah Republik Indonesia"],
    "Perpres": ["Peraturan Presiden", "Peraturan Presiden Republik Indonesia"],
    "Inpres": ["Instruksi Presiden"],
}
SINGKAT = {"UU": ["UU", "UU RI"], "PP": ["PP", "PP."], "Perpres": ["Perpres"], "Inpres": ["Inpres"]}
PANRB = [
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "Peraturan Menteri PAN dan RB",
]
PANRB_SINGKAT = ["Permenpan RB", "Permenpan-RB", "PermenPANRB", "Permen PAN RB"]


def satu_dari(*values: object) -> object:
    """The values as equally right readings; the value itself when there is only one."""
    unique = list(dict.fromkeys(values))
    return unique[0] if len(unique) == 1 else {"salah_satu": unique}


def nasional(key: str, gaya: str, rng: random.Random) -> tuple[str, Fakta]:
    """One national regulation as ``gaya`` prints it (penuh | singkat | lembaran), and its facts."""
    law = bahan("peraturan")[key]
    jenis, lembaga = law["jenis"], law.get("lembaga")
    depan = _depan(jenis, lembaga, gaya, rng)
    nomor = rng.choice(["No.", "No", "Nomor"] if gaya == "singkat" else ["Nomor", "Nomor", "nomor", "No."])
    coded = "/" in law["nomor"]
    tahun = "" if coded else f" Tahun {law['tahun']}"
    angka = f"0{law['nomor']}" if len(law["nomor"]) == 1 and rng.random() < 0.1 else law["nomor"]
    tentang = rng.choice(["tentang", "tentang", "Tentang"])
    text = f"{depan} {nomor} {angka}{tahun} {tentang} {law['tentang']}"
    lembaran: list[dict[str, Any]] = []
    if gaya == "lembaran" and "ln" in law:
        ln_tahun = law.get("ln_tahun", law["tahun"])
        ri = rng.choice([" Republik Indonesia", ""])
        text += f" (Lembaran Negara{ri} Tahun {ln_tahun} Nomor {law['ln']}"
        lembaran.append({"jenis": "LN", "tahun": ln_tahun, "nomor": law["ln"]})
        if "tln" in law:
            text += f", Tambahan Lembaran Negara{ri} Nomor {law['tln']}"
            lembaran.append({"jenis": "TLN", "tahun": None, "nomor": law["tln"]})
        text += ")"
    facts = {
        "jenis": satu_dari("Peraturan", "Perka") if jenis == "Peraturan" else jenis,
        "lembaga": _lembaga(jenis, lembaga),
        "nomor": law["nomor"],
        "tahun": law["tahun"],
        "tentang": law["tentang"],
        "lembaran": lembaran,
    }
    if gaya == "lembaran" and rng.random() < 0.12 and jenis in ("UU", "PP"):
        text += " sebagaimana telah diubah dengan " + _pengubah(jenis, law, rng)
    return text, facts


def _pengubah(jenis: str, law: dict[str, Any], rng: random.Random) -> str:
    kind = PENUH[jenis][0]
    return f"{kind} Nomor {rng.randint(2, 30)} Tahun {min(2023, law['tahun'] + rng.randint(2, 6))}"


def _depan(jenis: str, lembaga: str | None, gaya: str, rng: random.Random) -> str:
    if jenis in PENUH:
        return rng.choice(SINGKAT[jenis] if gaya == "singkat" else PENUH[jenis])
    if jenis == "Permen" and lembaga == "PANRB":
        return rng.choice(PANRB_SINGKAT if gaya == "singkat" else PANRB)
    if jenis == "Permen" and lembaga == "Dalam Negeri" and gaya == "singkat":
        return "Permendagri"
    if lembaga == "PAN":
        kind = "Keputusan" if jenis == "Kepmen" else "Peraturan"
        return f"{kind} Menteri {rng.choice(['', 'Negara '])}Pendayagunaan Aparatur Negara"
    if jenis == "Permen":
        return f"Peraturan Menteri {lembaga}" + rng.choice(["", "", " Republik Indonesia"])
    if jenis == "Perka":
        return rng.choice(["Peraturan Kepala Badan Kepegawaian Negara", "Perka BKN"])
    return f"Peraturan {lembaga}"


def _lembaga(jenis: str, lembaga: str | None) -> object:
    if lembaga in ("BKN", "Badan Kepegawaian Negara"):
        return satu_dari("BKN", "Badan Kepegawaian Negara")
    if jenis == "Peraturan" and lembaga and lembaga.startswith("Lembaga Kebijakan"):
        return satu_dari("LKPP", lembaga)
    if jenis == "Perki":
        return satu_dari("Komisi Informasi", "Komisi Informasi Pusat")
    if lembaga == "PAN":
        return satu_dari("PAN", "PANRB")
    return lembaga


def lokal(wilayah: str, gaya: str, rng: random.Random) -> tuple[str, Fakta]:
    """One regulation of ``wilayah`` ("Kabupaten X" | "Kota X") and its facts."""
    build: Callable[[str, str, random.Random], tuple[str, Fakta]] = rng.choice(
        [_perda, _perkada, _perkada, _kepkada]
    )
    return build(wilayah, gaya, rng)


def _perda(wilayah: str, gaya: str, rng: random.Random) -> tuple[str, Fakta]:
    nomor, tahun = str(rng.randint(1, 25)), rng.randint(2008, 2023)
    tentang = rng.choice(bahan("bahan")["lokal"]["perda"])
    bare = rng.random() < 0.15
    depan = ("Perda" if gaya == "singkat" else "Peraturan Daerah") + ("" if bare else f" {wilayah}")
    text = f"{depan} Nomor {nomor} Tahun {tahun} tentang {tentang}"
    lembaran: list[dict[str, Any]] = []
    if gaya == "lembaran" and not bare:
        ld, tld = str(rng.randint(1, 30)), str(rng.randint(10, 300))
        text += f" (Lembaran Daerah {wilayah} Tahun {tahun} Nomor {ld}"
        lembaran.append({"jenis": "LD", "tahun": tahun, "nomor": ld})
        if rng.random() < 0.6:
            text += f", Tambahan Lembaran Daerah {wilayah} Nomor {tld}"
            lembaran.append({"jenis": "TLD", "tahun": None, "nomor": tld})
        text += ")"
    lembaga = satu_dari(None, wilayah) if bare else wilayah
    return text, _fakta("Perda", lembaga, nomor, tahun, tentang, lembaran)


def _perkada(wilayah: str, gaya: str, rng: random.Random) -> tuple[str, Fakta]:
    kota = wilayah.startswith("Kota ")
    nama = wilayah.split(" ", 1)[1]
    nomor, tahun = str(rng.randint(2, 99)), rng.randint(2010, 2024)
    tentang = rng.choice(bahan("bahan")["lokal"]["perkada"])
    penuh = rng.choice(["Peraturan Walikota", "Peraturan Wali Kota"]) if kota else "Peraturan Bupati"
    depan = ("Perwali" if kota else "Perbup") if gaya == "singkat" else penuh
    nomorkata = rng.choice(["Nomor", "No."])
    text = f"{depan} {nama} {nomorkata} {nomor} Tahun {tahun} tentang {tentang}"
    return text, _fakta("Perwali" if kota else "Perbup", wilayah, nomor, tahun, tentang, [])


def _kepkada(wilayah: str, gaya: str, rng: random.Random) -> tuple[str, Fakta]:
    kota = wilayah.startswith("Kota ")
    nama = wilayah.split(" ", 1)[1]
    tahun = rng.randint(2016, 2024)
    nomor = f"188.45/{rng.randint(10, 480)}/KEP/{rng.randint(401, 499)}.{rng.randint(10, 40)}/{tahun}"
    tentang = rng.choice(bahan("bahan")["lokal"]["kepkada"])
    depan = "Keputusan " + (rng.choice(["Walikota", "Wali Kota"]) if kota else "Bupati")
    text = f"{depan} {nama} Nomor {nomor} tentang {tentang}"
    return text, _fakta("Kepwali" if kota else "Kepbup", wilayah, nomor, tahun, tentang, [])


def _fakta(
    jenis: str, lembaga: object, nomor: str, tahun: int, tentang: str, lembaran: list[dict[str, Any]]
) -> Fakta:
    return {
        "jenis": jenis,
        "lembaga": lembaga,
        "nomor": nomor,
        "tahun": tahun,
        "tentang": tentang,
        "lembaran": lembaran,
    }
