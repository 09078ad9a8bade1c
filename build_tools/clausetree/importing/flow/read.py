"""A file with flowcharts by its kind."""

from __future__ import annotations

from clausetree.importing.flow.chart import Chart
from clausetree.importing.flow.drawings import read_bpmn, read_drawio, read_visio
from clausetree.importing.flow.mermaid import NotMermaidError, read_mermaid
from clausetree.importing.flow.word import read_word_charts
from clausetree.importing.package import NotReadError, Reason, open_package

KINDS = (".mmd", ".mermaid", ".drawio", ".bpmn", ".vsdx")
"""The endings of the files that hold nothing else. A Word document may hold flowcharts, too."""


def read_charts(name: str, data: bytes) -> list[Chart]:
    """Read the flowcharts of a file, whose kind is the ending of its `name`. Raises NotReadError."""
    ending = name[name.rfind(".") :].lower()
    match ending:
        case ".mmd" | ".mermaid":
            try:
                charts = [read_mermaid(data.decode("utf-8-sig"))]
            except UnicodeDecodeError as error:
                raise NotReadError(Reason.DAMAGED, name) from error
            except NotMermaidError as error:
                raise NotReadError(Reason.DAMAGED, str(error)) from error
        case ".drawio":
            charts = read_drawio(data, name)
        case ".bpmn":
            charts = read_bpmn(data, name)
        case ".vsdx":
            charts = read_visio(open_package(data))
        case ".docx":
            charts = read_word_charts(open_package(data))
        case _:
            raise NotReadError(Reason.OTHER_KIND)
    found = [chart for chart in charts if chart.boxes]
    if not found:
        raise NotReadError(Reason.EMPTY)
    return found
