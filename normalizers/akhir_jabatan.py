"""Where an office ends that was printed on lines of its own, and a name begins below a stamp."""

from collections.abc import Sequence

from normalizers import kantor


def selesai(lines: Sequence[Sequence[kantor.Kata]], start: int, end: int, unit: kantor.Unit) -> int:
    """Behind which line the office ends: it is whole with the name of its unit, and what no office is named with is of the stamp below.

    Args:
        lines: the words of each line of the block.
        start: the line that the office begins with.
        end: the line that the officer's name begins with.
        unit: as ``kantor.nama_unit`` gives it.
    """
    # One that heads a Dinas carries the region printed below it, too, however that was read.
    place = unit[0][1:] if unit and not kantor.berwilayah(lines[start]) else ()
    for n in range(start, end - 1):
        rest = [word for words in lines[n + 1 : end] for word in words]
        whole = bool(place) and tuple(word.lipat for word in lines[n][-len(place) :]) == place
        if whole and rest and not any(kantor.kosakata(word) or kantor.wilayah(word) for word in rest):
            return n + 1
    return end


def tanpa_cap(words: Sequence[kantor.Kata]) -> Sequence[kantor.Kata]:
    """The words of a name without what a stamp left before it: letters, and the word that opens the name of its unit."""
    begin = next((n for n, w in enumerate(words) if len(w.teks) > 1 and not kantor.membuka(w)), 0)
    return words[begin:] if any(map(kantor.membuka, words[:begin])) else words
