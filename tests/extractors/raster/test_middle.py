"""What stands in the middle is the same that numpy says."""

import numpy as np
import pytest

from extractors.raster.middle import counts, median, share_of


def test_the_median_is_numpys():
    draw = np.random.default_rng(2)
    for many in (1, 2, 7, 50):
        values = draw.integers(0, 256, many).astype(np.uint8)
        assert median(values) == np.median(values)
    assert np.isnan(median(np.empty(0)))


@pytest.mark.parametrize("percent", [0, 1.5, 50, 80, 99.7, 100])
def test_the_grey_at_a_share_of_the_pixels_is_numpys(percent):
    draw = np.random.default_rng(3)
    for shape in ((1, 1), (1, 2), (9, 31)):
        picture = draw.integers(0, 256, shape).astype(np.uint8)
        assert share_of(counts(picture), percent) == pytest.approx(np.percentile(picture, percent))
