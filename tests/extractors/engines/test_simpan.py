from dataclasses import replace

import numpy as np

from extractors.boxes import Box
from extractors.engines.simpan import PEUBAH, remembered
from extractors.sheets import Word

WORD = Word("Camat", Box(1, 2, 3, 4), 0.5, "tesseract", 0)


def gambar(value):
    return np.full((4, 6), value, np.uint8)


def test_only_what_is_not_on_file_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv(PEUBAH, str(tmp_path))
    asked = []

    def read(pictures):
        asked.append(len(pictures))
        return [[WORD] for _ in pictures]

    assert remembered("mesin 1", "sel", [gambar(1), gambar(2)], read) == [[WORD], [WORD]]
    assert remembered("mesin 1", "sel", [gambar(2), gambar(3)], read) == [[WORD], [WORD]]
    assert remembered("mesin 2", "sel", [gambar(1)], read) == [[WORD]]
    assert asked == [2, 1, 1]


def test_a_damaged_entry_is_read_anew(tmp_path, monkeypatch):
    monkeypatch.setenv(PEUBAH, str(tmp_path))
    remembered("mesin", "sel", [gambar(1)], lambda pictures: [[WORD]])
    for entry in tmp_path.iterdir():
        entry.write_text("[[")
    assert remembered("mesin", "sel", [gambar(1)], lambda pictures: [[]]) == [[]]


def test_nothing_is_kept_unless_asked(tmp_path, monkeypatch):
    monkeypatch.delenv(PEUBAH, raising=False)
    monkeypatch.chdir(tmp_path)
    remembered("mesin", "sel", [gambar(1)], lambda pictures: [[WORD]])
    assert list(tmp_path.iterdir()) == []


def test_whether_the_language_told_a_word_is_kept_with_it(tmp_path, monkeypatch):
    monkeypatch.setenv(PEUBAH, str(tmp_path))
    told = replace(WORD, dikira=True)
    remembered("mesin", "sel", [gambar(1)], lambda _: [[told, WORD]])
    assert remembered("mesin", "sel", [gambar(1)], lambda _: [[]]) == [[told, WORD]]
