import json

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare.banding import Perbandingan, bandingkan, menunggu
from pipeline.compare.jajar import ciri, sejajar
from pipeline.compare.rancangan import catatan, rancangan
from pipeline.outputs.compare_report import render
from tests.pipeline.compare.contoh import LANGKAH, an_sop

UNITS = ("Kecamatan Aru", "Kecamatan Bina", "Kecamatan Cakra", "Kecamatan Darma", "Kecamatan Eka")


def five() -> Perbandingan:
    """Aru is as the example; Bina lacks the initialling; Cakra has one more; Darma another order; Eka another role, and slow."""
    more = (*LANGKAH[:3], ("Menggandakan berkas untuk arsip kecamatan", "staf", 5), *LANGKAH[3:])
    other = (LANGKAH[0], LANGKAH[2], LANGKAH[1], *LANGKAH[3:])
    slow = tuple((u, "sekcam" if w == "kasi" else w, 1350 if w == "camat" else m) for u, w, m in LANGKAH)
    rows = (LANGKAH, (*LANGKAH[:3], *LANGKAH[4:]), more, other, slow)
    return bandingkan("Nikah", [an_sop(unit, row) for unit, row in zip(UNITS, rows, strict=True)])


def test_the_most_central_one_is_proposed() -> None:
    found = five()
    assert found.kolom[found.medoid].nama == "Kecamatan Aru"
    assert found.kolom[found.medoid].dekat == 1.0
    assert min(kolom.dekat for kolom in found.kolom) > 0.5


def test_what_is_missing_added_moved_and_done_by_another() -> None:
    found = five()
    rows = {row.uraian: row for row in found.baris}
    assert [row.uraian for row in found.baris if row.di_medoid] == [uraian for uraian, _, _ in LANGKAH]
    assert rows["Memaraf konsep surat pengantar"].sel[1] is None
    added = [row for row in found.baris if not row.di_medoid]
    assert [(row.uraian, row.ada) for row in added] == [("Menggandakan berkas untuk arsip kecamatan", 1)]
    assert found.baris.index(added[0]) == 3
    moved = [(row.uraian, k) for row in found.baris for k, sel in enumerate(row.sel) if sel and sel.pindah]
    assert len(moved) == 1
    assert moved[0][1] == 3
    roles = [
        (row.uraian, k) for row in found.baris for k, sel in enumerate(row.sel) if sel and sel.peran_lain
    ]
    assert roles == [("Memeriksa kelengkapan berkas permohonan", 4)]


def test_every_step_stands_in_exactly_one_row() -> None:
    found = five()
    for k, kolom in enumerate(found.kolom):
        shown = [sel.langkah.no for row in found.baris if (sel := row.sel[k])]
        assert sorted(map(str, shown)) == sorted(str(step.no) for step in kolom.sop.prosedur)


def test_times() -> None:
    found = five()
    assert found.menit == (115, 125, 1415)
    assert [kolom.pencilan for kolom in found.kolom] == [False] * 4 + [True]
    signing = next(row for row in found.baris if row.uraian.startswith("Menandatangani"))
    assert [sel.waktu for sel in signing.sel if sel] == ["", "", "", "", "lama"]
    assert menunggu(found.kolom[0].sop) == {
        "Petugas-Loket": 10,
        "Kasi": 15,
        "Staf": 30,
        "Sekcam": 10,
        "Camat": 60,
    }


def test_roles_of_one_place_in_other_kinds_of_unit_are_no_others() -> None:
    village = tuple((u, {"camat": "lurah", "sekcam": "seklur"}.get(w, w), m) for u, w, m in LANGKAH)
    found = bandingkan("Nikah", [an_sop("Kecamatan Aru"), an_sop("Kelurahan Bina", village)])
    assert not any(sel and sel.peran_lain for row in found.baris for sel in row.sel)


def test_without_actors_and_times_nothing_is_made_up() -> None:
    bare = tuple((uraian, None, None) for uraian, _, _ in LANGKAH)
    found = bandingkan("Nikah", [an_sop("Kecamatan Aru", bare), an_sop("Kecamatan Bina", bare)])
    assert found.menit is None
    assert [kolom.tanpa_menit for kolom in found.kolom] == [6, 6]
    assert all(sel and not sel.peran_lain and not sel.waktu for row in found.baris for sel in row.sel)
    empty = bandingkan("Nikah", [an_sop("Kecamatan Aru", ()), an_sop("Kecamatan Bina", ())])
    assert empty.baris == ()


def test_regulations() -> None:
    law = {
        "teks": "UU 25/2009",
        "jenis": "UU",
        "nomor": "25",
        "tahun": 2009,
        "tentang": "Pelayanan Publik",
        "status": "berlaku",
    }
    old = {
        "teks": "UU 32/2004",
        "jenis": "UU",
        "nomor": "32",
        "tahun": 2004,
        "tentang": "Pemerintahan Daerah",
        "status": "dicabut",
    }
    found = bandingkan(
        "Nikah",
        [an_sop("Kecamatan Aru", dasar_hukum=[old, law]), an_sop("Kecamatan Bina", dasar_hukum=[law])],
    )
    assert [(r.nama, r.dikutip) for r in found.rujukan] == [
        ("UU 25/2009", (True, True)),
        ("UU 32/2004", (True, False)),
    ]
    assert found.rujukan[1].pengganti == "UU 23/2014"
    assert found.rujukan[0].pengganti is None


def test_the_draft_is_the_medoid_and_nothing_else() -> None:
    found = five()
    draft, own = rancangan(found), found.kolom[found.medoid].sop
    assert draft.id == f"rancangan--{own.id}"
    assert draft.model_copy(update={"id": own.id}) == own
    notes = catatan(found)
    assert json.loads(json.dumps(notes)) == notes
    about = {(note["lokasi"], note["tentang"]) for note in notes["catatan"]}
    assert ("/prosedur/3", "tidak ada di") in about
    assert ("/prosedur/4/waktu", "waktu") in about
    assert ("/prosedur/1/pelaksana", "pelaksana") in about
    assert ("/prosedur/2", "langkah yang tidak ada di rancangan") in about


def test_of_very_many_the_table_shows_those_that_differ() -> None:
    sops = [an_sop(f"Kecamatan {i:02}") for i in range(44)] + [an_sop("Kecamatan Lain", LANGKAH[:3])]
    page = render(bandingkan("Nikah", sops))
    table = page[page.index('id="langkah"') : page.index('id="sop"')]
    assert "menampilkan 40 dari 45 SOP" in table
    assert table.count('<th scope="col"') == 2 * 40 + 4
    assert "Kecamatan Lain" in table
    assert page[page.index('id="sop"') :].count("<tr>") == 46


STEPS = st.lists(st.sampled_from(LANGKAH), max_size=7).map(tuple)


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, min_size=1, max_size=5))
def test_nothing_is_lost_whatever_the_steps(rows: list[tuple[tuple[str, str, int], ...]]) -> None:
    sops = [an_sop(f"Kecamatan {k}", row) for k, row in enumerate(rows)]
    found = bandingkan("Apa Saja", sops)
    for k, sop in enumerate(sops):
        shown = sorted(sel.langkah.no or 0 for row in found.baris if (sel := row.sel[k]))
        assert shown == [step.no for step in sop.prosedur]
    assert found == bandingkan("Apa Saja", sops)


@given(STEPS, STEPS)
def test_alignment_keeps_the_order_and_is_the_same_both_ways(
    first: tuple[object, ...], second: tuple[object, ...]
) -> None:
    a, b = (ciri(an_sop("Kecamatan Aru", row)) for row in (first, second))  # type: ignore[arg-type]
    score, pairs = sejajar(a, b)
    assert 0 <= score <= 1.0001
    assert pairs == sorted(pairs)
    assert len({i for i, _ in pairs}) == len(pairs) == len({j for _, j in pairs})
    assert abs(score - sejajar(b, a)[0]) < 1e-9
