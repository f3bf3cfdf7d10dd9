"""What of a reading can be writing."""

from extractors.boxes import Box
from extractors.raster.writing import credible
from extractors.sheets import Word


def test_a_dash_between_two_words_is_written_however_doubtful() -> None:
    def at(text: str, x: float, width: float, y: float = 10, height: float = 20, sure: float = 0.9) -> Word:
        return Word(text, Box(x, y, x + width, y + height), sure, baris=1)

    words = [at("Undang", 0, 90), at("-", 105, 12, 19, 3, 0.1), at("undang", 130, 90)]
    assert credible.written(words, 20) == words
    low = [words[0], at("-", 105, 12, 29, 3, 0.1), words[2]]
    assert credible.written(low, 20) == [low[0], low[2]]
    ending = words[:2]
    assert credible.written(ending, 20) == ending[:1]
