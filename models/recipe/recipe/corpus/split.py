"""The split of items into those that training sees and those that only the evaluation sees."""

import hashlib
import json
import re
from enum import Enum
from functools import cache
from pathlib import Path

HELD_OUT_SHARE = 6
"""One item in this many is held out, by its hash."""

SHIPPED_TASKS = Path(__file__).parents[4] / "src/main/resources/kelvin/prompt/task/library"
"""The tasks that come with Kelvin. Their test inputs are held out too, but for facts."""

FACTS = frozenset(
    {"antonyms", "colors", "comparatives", "countries", "facts", "past", "plurals", "translations", "yes_no"}
)
"""Lists whose answers have to be known. A student who asks for the opposite of "happy" should get it, so the shipped
inputs are items like others there; what can be worked out stays unseen.
"""

_NUMBERS = re.compile(r"(\d+)\D+(\d+)\D*")


class Part(Enum):
    """A part of the items of a list."""

    SEEN = "seen"
    HELD_OUT = "held out"


def part_of(family: str, item: str) -> Part:
    """The part of an item. It depends on the two texts alone, so a longer list moves no item."""
    if family not in FACTS and item.casefold() in _shipped_inputs():
        return Part.HELD_OUT
    digest = hashlib.blake2b(f"{family}\n{item.casefold()}".encode(), digest_size=8).digest()
    held_out = int.from_bytes(digest, "big") % HELD_OUT_SHARE == 0
    return Part.HELD_OUT if held_out else Part.SEEN


@cache
def part_of_numbers(a: int, b: int) -> Part:
    """The part of a pair of operands: the same for both orders and for every operation."""
    return part_of("numbers", f"{min(a, b)} and {max(a, b)}")


@cache
def _shipped_inputs() -> frozenset[str]:
    inputs = set()
    if not SHIPPED_TASKS.is_dir():
        raise FileNotFoundError(f"There is no {SHIPPED_TASKS}; the recipe needs Kelvin's source tree around it.")
    for file in sorted(SHIPPED_TASKS.glob("*.json")):
        for test in json.loads(file.read_text(encoding="utf-8")).get("tests", []):
            numbers = _NUMBERS.fullmatch(test["x"])
            if numbers:
                a, b = sorted(map(int, numbers.groups()))
                inputs.add(f"{a} and {b}")
            inputs.add(test["x"].casefold())
    return frozenset(inputs)
