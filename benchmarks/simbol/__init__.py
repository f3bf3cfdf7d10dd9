"""Drawn and damaged symbols with truth, and what learns their forms from them."""
