"""The procedure as a Mermaid flowchart: a subgraph for each actor, the forms of the standard's symbols."""

from normalizers.model import Sop
from pipeline.data import table
from pipeline.outputs.arus import susun

_BENTUK = {
    "mulai": ("([", "])"),
    "selesai": ("([", "])"),
    "proses": ("[", "]"),
    "keputusan": ("{", "}"),
    "konektor": ("((", "))"),
}


def mermaid(sop: Sop) -> str:
    """The flowchart as text; edges that were concluded are dashed."""
    arus = susun(sop)
    lines = ["---", f"title: {_quoted(arus.nama)}", "---", "flowchart TB"]
    if arus.disimpulkan:
        lines.append(f"  %% {table('dokumen')['proses']['disimpulkan']}")
    for number, name in enumerate(arus.jalur):
        nodes = [s for s in arus.simpul if s.jalur == number]
        if nodes:
            lines.append(f"  subgraph jalur_{number}[{_quoted(name)}]")
            for s in nodes:
                before, after = _BENTUK[s.jenis]
                lines.append(f"    {s.id}{before}{_quoted(s.teks)}{after}")
            lines.append("  end")
    arrow = "-.->" if arus.disimpulkan else "-->"
    for p in arus.panah:
        label = f"|{_quoted(p.label)}|" if p.label else ""
        lines.append(f"  {arus.simpul[p.dari].id} {arrow}{label} {arus.simpul[p.ke].id}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text between quotes: all but letters, digits and what is harmless as the entities of Mermaid."""
    safe = "".join(c if c.isalnum() or c in " .,-/()?!" else f"#{ord(c)};" for c in text)
    return f'"{safe}"'
