"""Names of actors on pages that repeat the heading of their table."""

from dataclasses import replace

from extractors.composing.repeated_headings import surest_names
from extractors.pages import Place, Source
from extractors.raw import RawField
from extractors.spans import Span, join


def source_of(*words):
    """Words, each with its sureness, as a source and the span of each."""
    text, places, spans = "", [], []
    for word, sure in words:
        start = len(text)
        text += word + "\n"
        places.append(Place(start, start + len(word), 1, None, "tesseract", sure))
        spans.append(Span(word, range(start, start + len(word))))
    return Source(text, tuple(places)), spans


def names(*columns):
    """The chosen names of columns, each given as its readings on page after page."""
    source, spans = source_of(*(reading for column in columns for reading in column))
    taken = iter(spans)
    by_column = [[next(taken) for _ in column] for column in columns]
    actors = [RawField(column[0], "tabel", 1.0) for column in by_column]
    repeated = list(zip(*(column[1:] for column in by_column), strict=True))
    return [field.span.text for field in surest_names(actors, repeated, source)]


def test_each_column_is_named_by_the_page_that_was_read_best():
    assert names(
        [("Pengadg", 0.4), ("Pengadu", 0.98)],
        [("Lurah", 0.98), ("Lu", 0.3)],
    ) == ["Pengadu", "Lurah"]


def test_two_pages_that_agree_are_surer_than_one():
    assert names([("Kasul", 0.89), ("Kasubag", 0.8), ("Kasubag", 0.8)]) == ["Kasubag"]


def test_the_first_page_stands_where_none_is_surer():
    assert names([("Camat", 0.97), ("Carnat", 0.98)]) == ["Camat"]


def test_a_heading_that_was_read_nowhere_stays_empty_and_one_that_was_lost_is_found():
    assert names([("", 0.0), ("", 0.0)], [("", 0.0), ("Lurah", 0.6)]) == ["", "Lurah"]


def test_one_doubtful_word_of_many_makes_the_whole_name_doubtful():
    source, spans = source_of(*((word, 1.0) for word in ["Kepala", "Seksi", "Pelayanan"]), ("Unlum", 0.85))
    own = join(spans)
    better, others = source_of(*((word, 0.99) for word in ["Kepala", "Seksi", "Pelayanan", "Umum"]))
    shift = len(source.text)
    moved = [Span(span.text, range(span.first + shift, span.last + shift + 1)) for span in others]
    places = [replace(p, start=p.start + shift, end=p.end + shift) for p in better.places]
    both = Source(source.text + better.text, (*source.places, *places))
    (name,) = surest_names([RawField(own, "tabel", 1.0)], [[join(moved)]], both)
    assert name.span.text.split()[-1] == "Umum"


def test_a_sure_word_among_worn_names_gives_way_to_the_page_that_is_legible():
    columns = (
        [("remohon", 0.3), ("Pemohon", 0.97)],
        [("Pctug", 0.2), ("Petugas", 0.99)],
        [("SAAT", 0.97), ("Atasan", 0.95)],
    )
    assert names(*columns) == ["Pemohon", "Petugas", "Atasan"]


def test_the_readings_of_other_pages_are_kept():
    source, (first, second) = source_of(("Pengadg", 0.4), ("Pengadu", 0.98))
    (field,) = surest_names([RawField(first, "tabel", 1.0)], [[second]], source)
    assert (field.span, field.ulang) == (second, (first,))
