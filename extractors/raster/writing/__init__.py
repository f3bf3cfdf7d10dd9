"""Words of a page: one pass over all of it, then again only what the pass missed or doubts."""
