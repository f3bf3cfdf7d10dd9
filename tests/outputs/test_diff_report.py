import html
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from normalizers.model import Sop
from pipeline.bentuk import FORMAT
from pipeline.naskah import Naskah, Sisa
from pipeline.outputs.diff_report import render
from tests.builders import a_sop
from tests.outputs.contoh import PELAKSANA, a_naskah

# Words of the contract that the page shows in Indonesian words or not at all.
PILIHAN = {"versi_skema", "jenis", "simbol", "satuan", "batas", "tingkat", "cara", "status"}
KOSONG = ("area", "base", "br", "hr", "img", "input", "link", "meta")


class Page(HTMLParser):
    """What a reader of the page sees, and whether it is well formed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.seen: list[str] = []
        self.feed(text)
        assert self.open == []
        self.text = "".join(self.seen)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        assert "src" not in found
        if tag not in KOSONG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "script" not in self.open:
            self.seen.append(data)


def strings(value: Any, key: str = "") -> list[str]:
    """Every text of the contract in a dump of it."""
    if isinstance(value, dict):
        return [s for k, v in value.items() for s in strings(v, k)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v, key)]
    return [value] if isinstance(value, str) and key not in PILIHAN else []


def test_every_canonical_text_is_on_the_page() -> None:
    sop = a_naskah().sop
    page = Page(render(a_naskah()))
    shown = sop.model_dump(
        exclude={"sumber": {"sha256"}, "temuan": {"__all__": {"lokasi"}}, "bukti": True, "alur": True}
    )
    for text in strings(shown):
        assert text in page.text, text


def test_every_text_as_read_is_on_the_page() -> None:
    text = Page(render(a_naskah())).text
    for bukti in a_naskah().sop.bukti.values():
        assert all(piece in text for piece in bukti.mentah.split("\n"))


def test_each_finding_is_there_once() -> None:
    text = render(a_naskah())
    for temuan in a_naskah().sop.temuan:
        assert (
            text.count(f"{temuan.kode}</span> {html.escape(temuan.pesan, quote=False)}".replace('"', "&#34;"))
            == 1
        )
    assert text.count('<span class="usulan">') == sum(t.usulan is not None for t in a_naskah().sop.temuan)


def test_links_lead_somewhere() -> None:
    page = Page(render(a_naskah()))
    id_ = a_naskah().sop.id
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside == [
        "../index.html",
        *(f"../documents/{id_}.{kind}" for kind in FORMAT),
        f"../canonical/{id_}.json",
    ]
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_without_documents_none_is_linked() -> None:
    assert "../documents/" not in render(a_naskah(), dokumen=())


def test_the_page_needs_no_network() -> None:
    text = render(a_naskah())
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|url\(""", text)


def test_hostile_text_stays_text() -> None:
    evil = "<script>alert('x')</script>\"'><img src=x onerror=y>"
    sop = a_sop(
        instansi={"unit": evil},
        identitas={"nama_sop": evil, "disahkan_oleh": {"nama": evil}},
        peringatan=[evil],
        prosedur=[{"no": 1, "uraian": evil, "output": evil, "waktu": {"teks": evil}}],
        temuan=[{"kode": evil, "tingkat": "galat", "lokasi": "/peringatan/0", "pesan": evil, "usulan": evil}],
        bukti={"/peringatan/0": {"mentah": evil, "cara": evil, "keyakinan": 1, "baris": (1, 1)}},
    )
    text = render(Naskah(sop, sisa=(Sisa(1, evil),), baris=(evil,)))
    assert text.count("<script") == 1
    assert "<img" not in text
    assert html.escape("<img src=x") in text
    Page(text)


def test_word_marks() -> None:
    text = render(a_naskah())
    assert "<del>Perinter</del>" in text
    assert "<ins>Printer</ins>" in text
    assert "1 jam 30 <del>mnt</del>" in text
    assert "065<del title=" in text


def test_missing_values_are_visible() -> None:
    text = Page(render(Naskah(Sop.model_validate({"id": "a", "sumber": a_sop().sumber})))).text
    assert text.count("— tidak ada dalam sumber") >= 20
    assert "Tidak ada yang perlu keputusan." in text
    assert "None" not in text


def test_the_summary_names_what_to_decide() -> None:
    text = " ".join(Page(render(a_naskah())).text.split())
    assert "4 hal perlu keputusan: tahun 2106 pada dasar hukum 2 (usul 2016); NIP pengesah:" in text
    assert "status pengesah Plt. (sudah diperbaiki dari “Pt.”)." in text


def test_unused_text_is_listed_with_its_line() -> None:
    naskah = a_naskah()
    text = render(naskah)
    for sisa in naskah.sisa:
        assert f'<span class="no">{sisa.baris}</span><span>{html.escape(sisa.teks)}</span>' in text
    assert "Semua teks sumber terpakai." in render(Naskah(a_sop()))


def test_actors_without_symbols_are_said_once() -> None:
    langkah = [{"no": i, "uraian": f"Mencatat berkas {i}", "pelaksana": None} for i in (1, 2)]
    assert Page(render(Naskah(a_sop(prosedur=langkah)))).text.count("Sumber tidak memuat simbol") == 1
    assert "Sumber tidak memuat simbol" not in render(a_naskah())


def test_pages_without_lines_show_the_quotation() -> None:
    bukti = {"/instansi/unit": {"mentah": "KEC. SUKAMAJU", "halaman": 3, "cara": "ocr", "keyakinan": 0.5}}
    text = Page(render(Naskah(a_sop(bukti=bukti)))).text
    assert "hlm. 3" in text
    assert "dari pengenalan karakter" in text


def test_the_same_sop_gives_the_same_bytes() -> None:
    assert render(a_naskah()) == render(a_naskah())


def test_all_actors_are_listed() -> None:
    text = Page(render(a_naskah())).text
    assert all(f"id {id_}" in text for id_, _, _ in PELAKSANA)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text(max_size=20), max_size=4),
    st.dictionaries(
        st.sampled_from(["/instansi/unit", "/peringatan/0", "/peringatan/7", "/prosedur/0", "/x/y", ""]),
        st.tuples(st.text(max_size=20), st.none() | st.tuples(st.integers(-2, 9), st.integers(-2, 9))),
    ),
    st.lists(
        st.tuples(st.sampled_from(["", "/", "/prosedur/0/waktu", "/apa/saja"]), st.text(max_size=9)),
        max_size=3,
    ),
)
def test_no_text_makes_it_raise(
    baris: list[str], bukti: dict[str, tuple[str, Any]], temuan: list[tuple[str, str]]
) -> None:
    sop = a_sop(
        peringatan=baris,
        bukti={
            k: {"mentah": m, "baris": b, "cara": "label", "keyakinan": 0.5} for k, (m, b) in bukti.items()
        },
        temuan=[
            {"kode": "K", "tingkat": "galat", "lokasi": lokasi, "pesan": p, "usulan": p}
            for lokasi, p in temuan
        ],
    )
    Page(render(Naskah(sop, baris=tuple(baris))))


@pytest.mark.parametrize(
    "kunci", ["identitas", "dasar_hukum", "keterkaitan", "pelaksana", "prosedur", "alur", "sisa"]
)
def test_sections_can_be_linked(kunci: str) -> None:
    assert kunci in Page(render(a_naskah())).ids
