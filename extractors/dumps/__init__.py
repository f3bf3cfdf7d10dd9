"""Texts that models and programs write as data: JSON, YAML and XML whose keys are the labels of an SOP.

The text becomes a tree whose values know their places (``nodes``; ``json_tree``, ``yaml_tree``, ``xml_tree``), and the tree
the lines and tables that a page of the same content would be (``told``, ``steps_table``). Data that only carry a text, such
as the elements of a page with their boxes, give that text back (``dump``).
"""
