"""Born-digital pages: what a program drew, as words, rules and drawings."""
