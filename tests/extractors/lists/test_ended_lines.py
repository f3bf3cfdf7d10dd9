"""Entries without markers: the lines that somebody ended."""

from extractors.boxes import Box
from extractors.lists.ended_lines import ended_lines
from extractors.sheets import Word
from extractors.spans import Span

WIDTH = 200.0


def ended(*lines, tops, indent=0.0):
    """Which of these lines are ended; each letter takes five points, and those behind the first begin further in."""
    words: list[list[Word]] = []
    spans: list[Span] = []
    for text, top in zip(lines, tops, strict=True):
        x, line = indent if spans else 0.0, list[Word]()
        for part in text.split():
            line.append(Word(part, Box(x, top, x + 5.0 * len(part), top + 9)))
            x += 5.0 * len(part) + 3
        words.append(line)
        spans.append(Span(text, range(len(text))))
    return ended_lines(spans, words, WIDTH)


def test_a_line_with_room_for_the_next_word_is_ended() -> None:
    assert ended("Komputer", "Printer", tops=(0, 11)) == [0]
    assert ended("Komputer yang terhubung dengan jaringan", "Printer", tops=(0, 11)) == []


def test_a_line_further_above_the_next_than_others_is_ended() -> None:
    lines = (
        "Berkas yang hilang tidak dapat dicari",
        "kembali oleh petugas yang menyimpannya",
        "Kunci lemari",
    )
    assert ended(*lines, tops=(0, 11, 26)) == [1]
    assert ended(*lines, tops=(0, 11, 22)) == []
    assert ended(*lines[:2], "lemari", tops=(0, 11, 26)) == []


def test_in_a_list_a_line_behind_an_entry_with_room_for_it_has_lost_its_marker() -> None:
    lines = ("a. SOP Legalisasi Surat:", "b. SOP Pelaporan:", "SOP Rapat Dinas:")
    assert ended(*lines, tops=(0, 11, 22)) == [1]
    assert ended("a. SOP Legalisasi Surat:", "b. SOP Pelaporan", "Bulanan;", tops=(0, 11, 22)) == []
    assert ended("1. Peraturan;", "Undang-Undang;", tops=(0, 11)) == []
    assert ended(lines[0], "b. SOP Pelaporan Kinerja Triwulanan:", lines[2], tops=(0, 11, 22)) == []


def test_the_name_of_a_box_and_specks_keep_no_entries_from_being_told() -> None:
    lines = ("KETERKAITAN :", "SOP Perekaman", "SOP Penerbitan", "-")
    assert ended(*lines, tops=(0, 11, 22, 33), indent=12.0) == [1]
    assert ended("1 PELAKSANA :", *lines[1:], tops=(0, 11, 22, 33), indent=12.0) == [1]
    assert ended("Komputer yang", *lines[1:3], tops=(0, 11, 22), indent=12.0) == []
