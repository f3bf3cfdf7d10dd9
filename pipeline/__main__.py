"""``python -m pipeline`` is ``sopbaku``."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
