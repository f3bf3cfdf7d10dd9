from extractors.boxes import Box
from extractors.data import table
from extractors.engines.kalibrasi import calibrated
from extractors.sheets import Word


def kata(conf, mesin):
    return Word("x", Box(0, 0, 1, 1), conf, mesin)


def test_surer_words_stay_surer_and_probabilities_stay_within_bounds():
    for mesin in table("keyakinan_mesin"):
        values = [word.keyakinan for word in calibrated(kata(n / 50, mesin) for n in range(51))]
        assert values == sorted(values)
        assert 0 < values[0] < 0.5 < values[-1] < 1


def test_an_unmeasured_engine_keeps_its_own():
    assert calibrated([kata(0.7, "lain")])[0].keyakinan == 0.7
