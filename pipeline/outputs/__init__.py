"""What is written of a run, one module per output; ``render`` is the only door to the templates."""
