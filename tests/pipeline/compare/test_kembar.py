import random
from itertools import combinations
from typing import Any

import pytest

from pipeline.compare import blok, kembar
from pipeline.compare.kartu import kartu, semua
from tests.pipeline.compare.contoh import LANGKAH, an_sop

KATA = [
    "camat",
    "surat",
    "masuk",
    "naskah",
    "arsip",
    "gudang",
    "pasar",
    "warga",
    "lampu",
    "taman",
    "jalan",
    "desa",
    "laporan",
    "bulan",
    "pajak",
    "bibit",
]


def noisy(text: str, share: float, rng: random.Random) -> str:
    return "".join(rng.choice("aeiounrlk") if c.isalpha() and rng.random() < share else c for c in text)


def a_text(rng: random.Random, words: int = 80) -> str:
    return " ".join(rng.choice(KATA) + str(rng.randrange(300)) for _ in range(words))


def meet(a: str, b: str) -> bool:
    blocks = blok.pita([blok.sidik(a), blok.sidik(b)], ["unit", "unit"])
    return any(pairs for pairs in blocks)


def test_texts_misread_here_and_there_meet_and_others_seldom() -> None:
    rng = random.Random(7)
    texts = [a_text(rng) for _ in range(40)]
    assert all(meet(text, noisy(text, 0.03, rng)) for text in texts)
    strangers = [meet(a, b) for a, b in combinations(texts[:15], 2)]
    assert sum(strangers) / len(strangers) < 0.3


def test_a_signature_is_the_same_everywhere() -> None:
    """Frozen: another numpy or machine must not change which SOPs meet."""
    assert blok.sidik("menerima berkas permohonan")[:4].tolist() == SIDIK


SIDIK = [211042853, 49509594, 94102227, 6482828]


def test_how_much_signatures_agree_is_about_what_texts_share() -> None:
    rng = random.Random(3)
    a, b = a_text(rng, 60), a_text(rng, 60)
    assert blok.serupa(blok.sidik(a), blok.sidik(a)) == 1.0
    assert blok.serupa(blok.sidik(a), blok.sidik(b)) < 0.5
    assert blok.serupa(blok.sidik(""), blok.sidik("")) == 0.0


def test_blocks_grow_with_the_number_only() -> None:
    pairs = list(blok.pasangan([range(5000)]))
    assert len(pairs) < 5000 * 21
    assert all(i < j for i, j in pairs)


def test_copies_versions_and_names_are_told_apart() -> None:
    shorter = LANGKAH[:-1]
    sops = [
        an_sop("Kecamatan Aru", id="asli"),
        an_sop(
            "Kecamatan Aru",
            id="pindaian",
            sumber={"berkas": "p.pdf", "sha256": "1" * 64, "halaman": [1], "jenis": "pindaian"},
        ),
        an_sop("Kecamatan Aru", shorter, id="versi"),
        an_sop(
            "Kecamatan Aru",
            id="nama",
            nama="Rekomendasi Izin",
            identitas={"nama_sop": "Rekomendasi Izin", "nomor_sop": "7"},
        ),
        an_sop("Kecamatan Bina", id="unit-lain"),
    ]
    found = [(g.jenis, [sops[i].id for i in g.anggota]) for g in kembar.cari(semua(sops))]
    assert ("versi", ["asli", "pindaian", "versi"]) in found
    assert [kind for kind, members in found if "unit-lain" in members] == []
    assert any(kind == "dua_nama" and "nama" in members for kind, members in found)


@pytest.mark.parametrize("ganti", [{"prosedur": []}, {"instansi": {}}])
def test_what_says_nothing_is_nobodys_twin(ganti: dict[str, Any]) -> None:
    boxes: dict[str, Any] = {
        key: []
        for key in ("kualifikasi_pelaksana", "peralatan_perlengkapan", "peringatan", "pencatatan_pendataan")
    }
    sops = [an_sop("Kecamatan Aru", id=name, **ganti, **boxes, identitas={"nama_sop": name}) for name in "ab"]
    assert kembar.cari(semua(sops)) == []


def test_a_thousand_equal_ones_are_one_group() -> None:
    same = kartu(an_sop("Kecamatan Aru"))
    (group,) = kembar.cari([same] * 1000)
    assert group.jenis == "salinan"
    assert len(group.anggota) == 1000
    assert len(group.pasangan) < 3000
