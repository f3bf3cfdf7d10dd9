"""The drawing in the actor columns: which symbols stand where, and which way the flow goes.

``symbols`` tells symbols among the drawings of a sheet, ``edges`` follows the lines between
them, ``marking`` writes what was found into the pages, so that all other rooms read a drawn
symbol as they read a typed one.
"""
