"""Texts with an empty line below each line."""

from extractors.spans import Span
from extractors.texts.spacing import closed_up

WRAPPED = """Dasar Hukum
1. Peraturan Daerah Nomor 5 Tahun 2016
tentang perangkat daerah
2. Peraturan Bupati Nomor 8 Tahun 2017
tentang kedudukan dan susunan
organisasi
Peringatan
Berkas yang tidak lengkap
tidak diproses""".splitlines()


def closed(text: str) -> list[str]:
    spans = [Span(line, range(len(line))) for line in text.split("\n")]
    return [line.text for line in closed_up(spans)]


def test_double_spacing_inside_sentences_parts_nothing() -> None:
    assert closed("\n\n".join(WRAPPED)) == WRAPPED


def test_wider_gaps_stay_gaps() -> None:
    text = "\n\n".join(WRAPPED).replace("\n\nPeringatan", "\n\n\nPeringatan")
    assert closed(text) == [*WRAPPED[:6], "", *WRAPPED[6:]]


def test_paragraphs_stay_apart() -> None:
    whole = [line for line in WRAPPED if not line[:1].islower()]
    text = "\n\n".join(whole)
    assert closed(text) == text.split("\n")


def test_lines_with_few_gaps_stay() -> None:
    text = "\n".join(WRAPPED)
    assert closed(text) == WRAPPED
