"""Makes the network that tells ruled lines of scanned tables from all else; see ``__main__``."""
