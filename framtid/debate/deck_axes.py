"""What python-pptx leaves undone about a chart's axes."""

from typing import Any


def numbered(made: Any) -> None:  # noqa: ANN401 - python-pptx has few types
    """Give axes numbers that the schema has: those that python-pptx names are below nought."""
    for part in made._chartSpace.iter():
        if str(part.tag).endswith(("}axId", "}crossAx")):
            part.set("val", part.get("val").lstrip("-"))


def seldom(made: Any, first: int) -> None:  # noqa: ANN401
    """Let few years be written along the axis, so that round ones are among them."""
    from lxml import etree  # noqa: PLC0415 - comes with python-pptx

    skip = "5" if first % 5 == 0 else "2"
    axis = made.category_axis._element
    space = axis.tag.partition("}")[0] + "}"
    before = axis.find(f"{space}noMultiLvlLbl")
    for tag in ("tickLblSkip", "tickMarkSkip"):
        part = etree.Element(f"{space}{tag}", val=skip)
        before.addprevious(part)
