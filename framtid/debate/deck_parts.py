"""What stands on a slide: text, tables and charts, each with its alternative."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Any, Literal

from framtid.debate.deck_axes import numbered, seldom
from framtid.debate.deck_theme import EMU, LEFT, ROOM, SANS
from framtid.views import style

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""
Kind = Literal["lines", "columns", "bars"]
WHOLE = 20
"""From this value on, the figures along an axis need no decimals."""
BODY: Box = (LEFT, 2.25, ROOM, 4.6)
LINES = ("MINE", "LIGHT", "DARK", "OTHERS")
"""The colours of series, in order."""


@dataclass(frozen=True)
class Series:
    """One line, or one set of bars."""

    name: str
    values: tuple[float | None, ...]
    faint: bool = False
    """Whether it is a bound or a comparison: thinner and dashed, in the colour before it."""


@dataclass(frozen=True)
class ChartData:
    """A chart as it is told: what runs along it and its series."""

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    lowest: float | None = None
    """Where the axis of values begins; None for where the program puts it."""
    decimals: int = 0
    """Of the figures along the axis."""


def inches(box: Box) -> tuple[Any, ...]:
    """Return a box as python-pptx wants it."""
    from pptx.util import Emu  # noqa: PLC0415 - heavy, only where slides are made

    return tuple(Emu(round(each * EMU)) for each in box)


def _points(size: float) -> Any:  # noqa: ANN401 - python-pptx's own length
    from pptx.util import Pt  # noqa: PLC0415

    return Pt(size)


def _rgb(color: str) -> Any:  # noqa: ANN401 - python-pptx's own colour
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    return RGBColor.from_string(color.lstrip("#"))


def described(shape: Any, name: str, text: str) -> None:  # noqa: ANN401 - python-pptx has few types
    """Give a shape its name and its text alternative."""
    known = next(shape._element.iter("{*}cNvPr"))
    known.set("name", name)
    known.set("descr", text)


def sized(shape: Any, size: float) -> None:  # noqa: ANN401 - python-pptx has few types
    """Set all that a shape says in one size."""
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = _points(size)


def write(
    slide: Any,  # noqa: ANN401 - python-pptx has few types
    box: Box,
    paragraphs: Sequence[str],
    *,
    size: float = 18,
    color: str = style.INK,
    lead: int = 0,
) -> Any:  # noqa: ANN401
    """Write paragraphs in a box; the first ``lead`` of them are bold."""
    shape = slide.shapes.add_textbox(*inches(box))
    frame = shape.text_frame
    frame.word_wrap = True
    for at, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after = _points(size * 0.45)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = _points(size), at < lead
        run.font.color.rgb = _rgb(color)
    return shape


def table(
    slide: Any,  # noqa: ANN401
    box: Box,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    size: float = 14,
    alt: tuple[str, str],
) -> None:
    """Set a table whose first row is its head; ``alt`` is its name and what it holds."""
    frame = slide.shapes.add_table(len(rows), len(rows[0]), *inches(box))
    described(frame, *alt)
    made = frame.table
    properties = made._tbl.tblPr
    for style_id in list(properties):
        style_id.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    made.horz_banding = False
    for at, share in enumerate(widths):
        made.columns[at].width = inches((box[2] * share / sum(widths),) * 4)[0]
    for y, row in enumerate(rows):
        made.rows[y].height = inches((box[3] / len(rows),) * 4)[0]
        for x, text in enumerate(row):
            _cell(made.cell(y, x), text, size, head=y == 0)


def _cell(cell: Any, text: str, size: float, *, head: bool) -> None:  # noqa: ANN401
    cell.text = text
    cell.margin_top = cell.margin_bottom = _points(2)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = _points(size), head
            run.font.color.rgb = _rgb(style.MUTED if head else style.INK)
    cell.fill.background()


def _floor(value: float, span: float) -> float:
    """Return a plain number a little below a value, for an axis to begin at."""
    step = 10 ** floor(log10(max(span / 5, 1e-9)))
    return float(floor(value / step) * step)


def lowest(data: Sequence[Series], bound: Sequence[float] | None) -> float | None:
    """Return where an axis begins whose figure has a range of its own; from nought else."""
    values = [value for each in data for value in each.values if value is not None]
    if bound is None or bound[0] <= 0 or min(values) <= 0:
        return None if min(values) < 0 else 0.0
    return _floor(bound[0], bound[1] - bound[0])


def largest(data: Sequence[Series]) -> float:
    """Return the largest value of all series, whatever its sign."""
    return max(abs(value) for each in data for value in each.values if value is not None)


def chart(slide: Any, content: ChartData, name: str, alt: str, box: Box = BODY) -> None:  # noqa: ANN401
    """Set a chart that can be edited, in our colours, with its legend above."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415 - heavy, only here
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION  # noqa: PLC0415

    form = "#,##0" + (f".{'0' * content.decimals}" if content.decimals else "")
    along = "#,##0" if largest(content.series) >= WHOLE else "#,##0.0"
    data = CategoryChartData(number_format=form)
    data.categories = content.categories
    for each in content.series:
        data.add_series(each.name, each.values)
    kinds = {
        "lines": XL_CHART_TYPE.LINE,
        "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
        "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    }
    frame = slide.shapes.add_chart(kinds[content.kind], *inches(box), data)
    described(frame, name, alt)
    made = frame.chart
    made.font.size, made.font.name = _points(14), SANS
    made.font.color.rgb = _rgb(style.INK)
    made.has_title = False
    made.has_legend = len(content.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    axes = (made.category_axis, made.value_axis)
    for axis in axes:
        axis.format.line.color.rgb = _rgb(style.GRID)
        axis.tick_labels.font.size = _points(14)
    made.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    made.value_axis.tick_labels.number_format = along
    made.value_axis.tick_labels.number_format_is_linked = False
    made.value_axis.has_major_gridlines = content.kind != "bars"
    if made.value_axis.has_major_gridlines:
        made.value_axis.major_gridlines.format.line.color.rgb = _rgb(style.GRID)
    if content.lowest is not None:
        made.value_axis.minimum_scale = content.lowest
    if content.kind == "bars":
        made.category_axis.reverse_order = True
        made.value_axis.visible = False
    numbered(made)
    if content.kind == "lines":
        seldom(made, int(content.categories[0]))
    _painted(made, content, form)


def _painted(made: Any, content: ChartData, form: str) -> None:  # noqa: ANN401
    colors = [getattr(style, name) for name in LINES]
    at = -1
    for each, series in zip(content.series, made.plots[0].series, strict=True):
        at += not each.faint
        color = _rgb(colors[max(at, 0) % len(colors)])
        if content.kind == "lines":
            series.smooth = False
            series.format.line.color.rgb = color
            series.format.line.width = _points(1.5 if each.faint else 3)
            if each.faint:
                series.format.line.dash_style = _dash()
            continue
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = color
        series.invert_if_negative = False
    if content.kind == "bars":
        plot = made.plots[0]
        plot.gap_width, plot.has_data_labels = 60, True
        plot.data_labels.number_format = form
        plot.data_labels.number_format_is_linked = False
        plot.data_labels.font.size = _points(16)


def _dash() -> Any:  # noqa: ANN401 - python-pptx's own
    from pptx.enum.dml import MSO_LINE  # noqa: PLC0415

    return MSO_LINE.DASH
