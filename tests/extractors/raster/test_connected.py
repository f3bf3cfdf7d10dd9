import cv2
import numpy as np

from extractors.raster import connected as module
from extractors.raster.connected import connected, stats_of


def test_pieces_are_numbered_from_top_to_bottom_and_hang_together_by_corners():
    mask = np.zeros((20, 30), np.uint8)
    mask[2:4, 20:25] = 255
    mask[8, 3] = mask[9, 4] = 255
    labels, stats, centres = connected(mask)
    assert stats[1:].tolist() == [[20, 2, 5, 2, 10], [3, 8, 2, 2, 2]]
    assert labels[3, 24] == 1
    assert labels[8, 3] == labels[9, 4] == 2
    assert labels[0, 0] == 0
    assert centres[1].tolist() == [22.0, 2.5]


def test_they_are_numbered_as_opencv_does_it_without_being_told_how():
    mask = np.where(np.random.default_rng(3).random((200, 300)) > 0.7, 255, 0).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = connected(mask)
    assert np.array_equal(found.labels, labels)
    assert np.array_equal(found.stats, stats)


def test_blank_rows_that_are_left_out_change_nothing():
    draw = np.random.default_rng(5)
    for height in (900, 901):
        mask = np.zeros((height, 300), np.uint8)
        for top in (0, 101, 110, 412, 640, height - 3):
            part = mask[top : top + int(draw.integers(2, 40))]
            part[draw.random(part.shape) < 0.3] = 255
        rows = module._inked(mask)
        assert rows is not None
        found, (_, labels, stats, centres) = (
            connected(mask),
            cv2.connectedComponentsWithStats(mask, connectivity=8),
        )
        assert len(rows) < height / 3
        assert np.array_equal(found.labels, labels)
        assert np.array_equal(found.stats[1:], stats[1:])
        assert found.stats[0, 4] == stats[0, 4]
        assert np.allclose(found.centres[1:], centres[1:])


def test_a_large_blank_mask_has_no_pieces():
    found = connected(np.zeros((1000, 400), np.uint8))
    assert len(found.stats) == 1
    assert not found.labels.any()


def test_their_boxes_are_the_same_where_nobody_asks_which_pixels_are_theirs():
    draw = np.random.default_rng(7)
    for share in (0.2, 0.9):  # with rows that are left out, and without
        mask = np.zeros((700, 300), np.uint8)
        part = mask[20 : 20 + round(share * 600)]
        part[draw.random(part.shape) < 0.3] = 255
        assert np.array_equal(stats_of(mask), connected(mask).stats)
