"""The procedure whose cells a dump put down in any order: all its lines are dealt to cells at once.

- ``lines``   lines cut into units: a text, a number, a duration, residue; ``words`` and ``heads`` tell them
- ``place``   where such a procedure begins, and the verbs of its steps
- ``costs``   what each explanation of a unit costs
- ``paths``   the cheapest explanation of all, and how sure each cell of it is
- ``anchors`` which cells are held to their row by more than their order
- ``names``   the actors among the headings
"""
