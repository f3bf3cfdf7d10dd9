"""The procedure as BPMN 2.0 with its diagram: lanes are actors, gateways are decisions, terminators are events."""

from normalizers.model import Sop
from pipeline.data import table
from pipeline.outputs import arus as graph
from pipeline.outputs.bpmn_layout import tata
from pipeline.outputs.render import render as template

_ELEMENT = {
    "mulai": "startEvent",
    "selesai": "endEvent",
    "proses": "task",
    "keputusan": "exclusiveGateway",
    "konektor": "intermediateThrowEvent",
}


def bpmn(sop: Sop) -> str:
    """The process of an SOP; an SOP without steps gives an empty one."""
    arus = graph.susun(sop)
    return template(
        "sop.bpmn.xml.j2",
        arus=arus,
        tata=tata(arus) if arus.simpul else None,
        elemen=_ELEMENT,
        kata=table("dokumen")["proses"],
        masuk=[[k for k, p in enumerate(arus.panah) if p.ke == n] for n in range(len(arus.simpul))],
        keluar=[[k for k, p in enumerate(arus.panah) if p.dari == n] for n in range(len(arus.simpul))],
    )
