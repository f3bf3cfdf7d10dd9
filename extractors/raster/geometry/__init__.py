"""Where the paper lies in a picture, and how it is laid upright and straight."""
