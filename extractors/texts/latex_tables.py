r"""Tables and lists of LaTeX, as vision models write those of a page, to the tags of HTML: "No & Waktu \\" to a row.

Owns: what of LaTeX means a table, a row, a cell, a list, a break. What the tags mean says ``markup``, and
formulas say ``latex``. A text without a table of LaTeX stays as it is.
"""

import re
from dataclasses import dataclass, field

from extractors.spans import GLUE, Span

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
"""A group in braces with two levels of groups inside it, as ``{|p{7cm}|*{3}{c|}}``."""
_TABLES = "tabular|tabularx|tabulary|tabular\\*|longtable|longtabu|supertabular|xltabular"
_IS_LATEX = re.compile(rf"\\begin\s*\{{(?:{_TABLES})\}}")
_TOKEN = re.compile(
    rf"\\begin\s*\{{(?P<opens>[a-z*]+)\}}(?:\[[^\]\n]*\])?(?P<forms>(?:\s*{_GROUP}){{0,2}})"
    r"|\\end\s*\{(?P<ends>[a-z*]+)\}"
    rf"|\\multicolumn\s*\{{\s*(?P<columns>\d{{1,2}})\s*\}}\s*{_GROUP}\s*\{{"
    rf"|\\(?:multirow(?:cell)?\s*(?:\[[^\]\n]*\])?\s*{_GROUP}\s*(?:\[[^\]\n]*\])?\s*(?:\*|{_GROUP})"
    rf"|parbox\s*(?:\[[^\]\n]*\])?\s*{_GROUP}|rotatebox\s*(?:\[[^\]\n]*\])?\s*{_GROUP})\s*(?:\[[^\]\n]*\])?\s*\{{"
    r"|\\(?P<stacks>makecell|shortstack|thead)\s*(?:\[[^\]\n]*\])?\s*\{"
    r"|\\(?P<dresses>text(?:bf|it|rm|sc|sf|tt|normal)?|underline|emph|uline|mathbf|mathrm|(?:sub)*section\*?|title|caption\*?)\s*\{"
    r"|\\(?:hline|toprule|midrule|bottomrule|centering|raggedright|noindent|newpage|maketitle|small|footnotesize|scriptsize|tiny|bfseries"
    r"|endhead|endfirsthead|endfoot|endlastfoot)(?![A-Za-z])\s*"
    r"|\\(?:cline|cmidrule)\s*(?:\([a-z]*\))?\s*\{[^{}]*\}"
    r"|\\(?P<item>item)(?![A-Za-z])\s*(?:\[[^\]\n]*\])?"
    r"|(?P<row>\\\\|\\tabularnewline(?![A-Za-z]))\*?(?:\[[^\]\n]{1,10}\])?"
    r"|\\newline(?![A-Za-z])|\\par(?![A-Za-z])"
    r"|\\(?P<sign>[&%#_${}])|(?P<cell>&)|(?P<brace>[{}])"
)
_LISTS = {"itemize": "ul", "enumerate": "ol"}
_ROW_END, _CELL_END = "</td></tr>", "</td>"


@dataclass(slots=True)
class _Draft:
    """The text with tags while it is made.

    Attributes:
        open: what each open group is, innermost last: "table", "stack" (lines in a cell), "dress" or "" (plain braces).
        waiting: the row or the cell that begins as soon as something stands in it.
    """

    text: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def tag(self, text: str) -> None:
        """Add what the source has not."""
        self.text.append(text)
        self.offsets.extend([GLUE] * len(text))

    def begin(self, width: int = 1) -> None:
        """Begin the row and the cell that wait, the cell over so many columns."""
        if self.waiting:
            self.tag(self.waiting.pop() + (f'<td colspan="{width}">' if width > 1 else "<td>"))

    def in_table(self) -> bool:
        """Whether what comes stands in a table."""
        return "table" in self.open


def with_tags(text: str) -> Span:
    """The text with LaTeX as HTML where it holds a table of LaTeX; positions are kept."""
    if not _IS_LATEX.search(text):
        return Span(text, range(len(text)))
    draft = _Draft()
    position = 0
    for token in _TOKEN.finditer(text):
        _keep(draft, text, position, token.start())
        position = token.end()
        _turn(draft, token)
    _keep(draft, text, position, len(text))
    return Span("".join(draft.text), draft.offsets)


def _keep(draft: _Draft, text: str, start: int, end: int) -> None:
    if text[start:end].strip():
        draft.begin()
    draft.text.append(text[start:end])
    draft.offsets.extend(range(start, end))


def _turn(draft: _Draft, token: re.Match[str]) -> None:
    """Write what a token of LaTeX means."""
    if token["opens"] or token["ends"]:
        _environment(draft, token)
    elif token["columns"]:
        draft.begin(int(token["columns"]))
        draft.open.append("dress")
    elif token["cell"]:
        draft.begin()
        draft.tag(_CELL_END if draft.in_table() else " ")
        draft.waiting = [""] if draft.in_table() else []
    elif token["row"]:
        _row_end(draft)
    elif token["sign"] or token["brace"]:
        _brace(draft, token)
    elif token["item"]:
        draft.tag("<li>")
    elif token[0].endswith("{"):
        draft.begin()
        draft.open.append("stack" if token["stacks"] else "dress")
    elif token[0] in (r"\newline", r"\par"):
        draft.tag("<br>")


def _environment(draft: _Draft, token: re.Match[str]) -> None:
    """A table or a list begins or ends; other environments leave nothing."""
    name = token["opens"] or token["ends"]
    if name in _LISTS:
        draft.begin()
        draft.tag(f"<{'/' * bool(token['ends'])}{_LISTS[name]}>")
    elif not re.fullmatch(_TABLES, name):
        return
    elif token["opens"]:
        draft.begin()
        draft.open.append("table")
        draft.tag("<table>")
        draft.waiting = ["<tr>"]
    elif draft.in_table():
        while draft.open.pop() != "table":
            pass
        draft.tag("</table>" if draft.waiting == ["<tr>"] else f"{_ROW_END}</table>")
        draft.waiting = []


def _row_end(draft: _Draft) -> None:
    r"""``\\`` ends a line of a stack, else a row of the table, else a line."""
    inner = next((kind for kind in reversed(draft.open) if kind in ("stack", "table")), "")
    if inner != "table":
        draft.tag("<br>" if inner else "")
        return
    if draft.waiting != ["<tr>"]:
        draft.begin()
        draft.tag(_ROW_END)
        draft.waiting = ["<tr>"]


def _brace(draft: _Draft, token: re.Match[str]) -> None:
    """A sign that is meant as it stands; of braces only those of a command go."""
    if token["brace"] == "}" and draft.open and draft.open[-1] in ("dress", "stack"):
        draft.open.pop()
        return
    if token["brace"] == "{":
        draft.open.append("")
    elif token["brace"] == "}" and draft.open and not draft.open[-1]:
        draft.open.pop()
    draft.begin()
    at = token.end() - 1
    draft.text.append(token[0][-1])
    draft.offsets.append(at)
