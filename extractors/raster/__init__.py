"""From the picture of a page to an upright, straight picture with its ruled lines."""
