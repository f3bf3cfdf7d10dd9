"""What is drawn of a flow on a page: symbols, and the lines between them."""
