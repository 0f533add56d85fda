"""Tasks with numbers: signs that mean an operation, sums with carries, comparisons."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .rule import ItemRule, Pair
from .split import Part, part_of, part_of_numbers

SIGNS = [*"~#@$&%*+-^?!", "=>", "<>", "op", "::", "//", "**", "||", "mix", "join", "and", "with", "~~", "%%"]

SMALL = 15
"""The largest operand of the tasks with a tilde that come with Kelvin."""


@dataclass(frozen=True)
class Operation:
    """The meaning of a sign, and its weight when signs are drawn."""

    apply: Callable[[int, int], int]
    weight: int
    natural: str = ""


OPERATIONS = {
    "sum": Operation(lambda a, b: a + b, 30, "+"),
    "difference": Operation(lambda a, b: abs(a - b), 18),
    "greater": Operation(max, 14),
    "lesser": Operation(min, 8),
    "minus": Operation(lambda a, b: a - b, 12, "-"),
    "product": Operation(lambda a, b: a * b, 8, "*"),
    "sum and one": Operation(lambda a, b: a + b + 1, 4),
    "first": Operation(lambda a, b: a, 3),
    "second": Operation(lambda a, b: b, 3),
}


def operands(rng: Random, part: Part, top: int) -> tuple[int, int]:
    """Two numbers from 0 to `top` whose pair belongs to the part."""
    while True:
        a, b = rng.randint(0, top), rng.randint(0, top)
        if part_of_numbers(a, b) is part:
            return a, b


def signed(name: str, sign: str, top: int) -> ItemRule:
    """The operation of that name, written with a sign."""
    operation = OPERATIONS[name]

    def draw(rng: Random, part: Part) -> Pair:
        a, b = operands(rng, part, min(top, 12) if name == "product" else top)
        if name == "minus":
            a, b = max(a, b), min(a, b)
        return f"{a} {sign} {b}", str(operation.apply(a, b))

    return ItemRule("math", draw)


def operation(rng: Random) -> ItemRule:
    """A drawn operation with a made-up sign: only the examples say what it means."""
    names = list(OPERATIONS)
    name = rng.choices(names, [OPERATIONS[n].weight for n in names])[0]
    return signed(name, rng.choice(["~", rng.choice(SIGNS)]), rng.choice([9, SMALL, SMALL, 20, 30, 50]))


def plain_operation(rng: Random) -> ItemRule:
    """A drawn operation of four with a made-up sign.

    Small numbers come most often. The larger ones have too many pairs to be learnt by heart, so that pairs that were
    never seen can be worked out.
    """
    name = rng.choices(["sum", "difference", "greater", "lesser"], [3, 14, 2, 1])[0]
    top = rng.choice([9, SMALL, SMALL, SMALL, SMALL, 20, 20, 20, 30, 30, 30, 50, 50, 99])
    return signed(name, rng.choice(["~", "~", rng.choice(SIGNS)]), top)


def arithmetic(rng: Random) -> ItemRule:
    """Sums, differences and products with their own signs, of graded sizes up to three digits."""
    name = rng.choices(["sum", "minus", "product"], [6, 5, 2])[0]
    return signed(name, OPERATIONS[name].natural, rng.choice([9, 9, SMALL, 20, 50, 50, 99, 99, 200, 999]))


def carrying(rng: Random) -> ItemRule:
    """Sums of two digits each whose ones carry."""

    def draw(rng: Random, part: Part) -> Pair:
        while True:
            a, b = operands(rng, part, 60)
            if a % 10 + b % 10 > 9:
                return f"{a} + {b}", str(a + b)

    return ItemRule("math", draw)


def one_number(rng: Random) -> ItemRule:
    """A function of one number."""
    k = rng.randint(1, 9)
    function = rng.choice(
        [
            lambda n: n + k,
            lambda n: 2 * n,
            lambda n: n + 1,
            lambda n: n - 1,
            lambda n: n % 2,
            lambda n: n + 10,
            lambda n: 10 * n,
        ]
    )

    def draw(rng: Random, part: Part) -> Pair:
        while True:
            n = rng.randint(1, 40)
            if part_of("number", str(n)) is part:
                return str(n), str(function(n))

    return ItemRule("plain", draw)


def which_is(rng: Random) -> ItemRule:
    """Questions for the bigger or the smaller of two numbers."""
    word, choose = rng.choice([("bigger", max), ("bigger", max), ("smaller", min), ("greater", max)])
    return _compared(word, choose, rng.choice([9, 20, 99, 99, 999]))


def bigger(top: int) -> ItemRule:
    """A question for the bigger of two numbers up to `top`."""
    return _compared("bigger", max, top)


def _compared(word: str, choose: Callable[[int, int], int], top: int) -> ItemRule:
    def draw(rng: Random, part: Part) -> Pair:
        a, b = operands(rng, part, top)
        return f"Which is {word}, {a} or {b}?", str(choose(a, b))

    return ItemRule("question", draw)
