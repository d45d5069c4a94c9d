"""The placeholders of prose: those that nobody knows, and those that are never used."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from inspect import isroutine
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, meta, nodes

from framtid.language import Language
from framtid.language.trends import trend
from framtid.stories.prose import Prose
from framtid.stories.workshop.remark import Kind, Remark

Types = Mapping[str, object]
"""What each name of prose is: a class, a mapping (of facts), or None where only the name counts."""


def placeholders(prose: Prose, types: Types, language: Language, file: str) -> Iterator[Remark]:
    """Yield what is wrong with the placeholders of every part of a file.

    Args:
        prose: the file, read.
        types: what prose may speak of.
        language: whose filters it may use.
        file: the file's name.

    """
    yield from _macros(prose, language, file)
    for part, pieces in prose.parts.items():
        for piece in pieces:
            for kind, key, values in _of_piece(prose.shared, piece, types, language):
                yield Remark(kind, key, file, part, prose.lines[part], values)


Found = tuple[Kind, str, dict[str, object]]


def _of_piece(shared: str, piece: str, types: Types, language: Language) -> Iterator[Found]:
    try:
        tree, own = language.tree(f"{shared}\n{piece}"), language.tree(piece)
    except TemplateSyntaxError as error:
        yield "fault", "syntax", {"message": str(error.message)}
        return
    known = types.keys() | language.globals
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        yield "fault", "unknown", {"name": name, "near": _near(name, known)}
    yield from _attributes(own, types)
    yield from _comparisons(own, types)
    used = {node.name for node in own.find_all(nodes.Name) if node.ctx == "load"}
    stored = {node.name for node in own.find_all(nodes.Name) if node.ctx == "store"}
    for name in sorted(stored - used):
        yield "advice", "unused", {"name": name}


def _attributes(tree: nodes.Template, types: Types) -> Iterator[Found]:
    """Yield each ``mine.peple`` that is not there."""
    told = {
        (node.node.name, node.attr)
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and types.get(node.node.name) is not None
    }
    for name, attribute in sorted(told):
        has = _members(types[name])
        if attribute not in has:
            near = _near(attribute, has)
            yield (
                "fault",
                "unknown",
                {"name": f"{name}.{attribute}", "near": near and f"{name}.{near}"},
            )


def _members(of: object) -> set[str]:
    if isinstance(of, Mapping):
        return set(of)
    fields = get_type_hints(of) if isinstance(of, type) else {}
    return {name for name in {*dir(of), *fields} if not name.startswith("_")}


def _comparisons(tree: nodes.Template, types: Types) -> Iterator[Found]:
    """Yield each comparison with what the fact never is: ``mine.young == "goes"``."""
    for node in tree.find_all(nodes.Compare):
        may = _may_be(node.expr, types)
        for operand in node.ops if may else ():
            value = operand.expr.as_const() if isinstance(operand.expr, nodes.Const) else None
            if isinstance(value, str) and value not in may:
                yield "fault", "never", {"value": value, "known": ", ".join(sorted(may))}


def _may_be(expression: nodes.Node, types: Types) -> set[str]:
    """Return what an expression may be where it is one of a few words; nothing elsewhere."""
    called = expression.node if isinstance(expression, nodes.Call) else expression
    made: object = None
    if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
        of = types.get(called.node.name)
        if isinstance(of, type):
            made = getattr(of, called.attr, None)
    elif isinstance(called, nodes.Name) and called.name == trend.__name__:
        made = trend
    told = made.fget if isinstance(made, property) else made
    hint: Any = get_type_hints(told).get("return") if isroutine(told) else None
    return set(get_args(hint)) if get_origin(hint) is Literal else set()


def _macros(prose: Prose, language: Language, file: str) -> Iterator[Remark]:
    """Yield each macro on top of the file that no part calls."""
    try:
        made = {each.name for each in language.tree(prose.shared).find_all(nodes.Macro)}
    except TemplateSyntaxError as error:
        yield Remark("fault", "syntax", file, values={"message": str(error.message)})
        return
    told = "\n".join("\n".join(pieces) for pieces in prose.parts.values())
    for name in sorted(each for each in made if f"{each}(" not in told):
        yield Remark("advice", "unused", file, values={"name": name})


def _near(name: str, known: object) -> str:
    """Return what the author may have meant, or nothing."""
    names = [each for each in known if isinstance(each, str)] if hasattr(known, "__iter__") else []
    return next(iter(get_close_matches(name, names, 1)), "")
