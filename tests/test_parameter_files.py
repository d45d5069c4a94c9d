"""A key stands once in a file: the second would be read in the place of the first, unseen."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILES = [
    file
    for folder in ("data", "framtid", "stories", "tests")
    for file in sorted((ROOT / folder).rglob("*.yml"))
]


def twice(node: yaml.Node | None) -> Iterator[str]:
    """Yield the keys that stand more than once in a mapping, with their line."""
    if isinstance(node, yaml.MappingNode):
        names = Counter(key.value for key, _ in node.value)
        yield from (
            f"{key.value}, line {key.start_mark.line + 1}"
            for key, _ in node.value
            if names[key.value] > 1
        )
        for _, value in node.value:
            yield from twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from twice(value)


def test_no_key_stands_twice() -> None:
    assert len(FILES) > 300
    wrong = {}
    for file in FILES:
        node = yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader)
        if found := list(twice(node)):
            wrong[str(file.relative_to(ROOT))] = found
    assert not wrong


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "b: [{ a: 1, a: 2 }]\n", "c: { a: 1, a: 1 }\n"])
def test_a_key_that_stands_twice_is_told(text: str) -> None:
    assert [each.split(",")[0] for each in twice(yaml.compose(text, yaml.CSafeLoader))] == ["a"] * 2
