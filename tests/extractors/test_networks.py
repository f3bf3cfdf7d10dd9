"""Networks made ready to run."""

import subprocess
import sys

ASKED = """
import numpy as np
from extractors.raster import learned
learned.maps(np.full((64, 64), 250, np.uint8), 100.0)
print((np.full(1, 1e-39, np.float32) * np.float32(0.5))[0] == 0)
"""


def test_a_network_leaves_the_arithmetic_of_its_process_as_it_is() -> None:
    """A setting that counts what is nearly nothing as nothing is faster, but holds for all that its thread reckons."""
    answer = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
