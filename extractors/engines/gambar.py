"""The type of pictures that engines read."""

import numpy as np
from numpy.typing import NDArray

Gambar = NDArray[np.uint8]
"""Height x width of greys, or height x width x 3 of red, green and blue; 0 is black."""
