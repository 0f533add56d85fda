"""A rule that turns inputs into answers, drawn at random for one text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from .split import Part, part_of

Pair = tuple[str, str]
"""An input and its answer."""


class Rule(Protocol):
    """The relation that the examples of one text share."""

    @property
    def kind(self) -> str:
        """The layouts that suit it, a key of `layouts.KINDS`."""

    @property
    def words(self) -> dict[str, str]:
        """Words that a layout may use, such as the two languages of a translation."""

    def episode(self, rng: Random, shots: int, part: Part) -> list[Pair]:
        """Examples of the seen items, and last a pair of the given part, which is asked for."""


@dataclass(frozen=True)
class ItemRule:
    """A rule whose pairs do not depend on each other."""

    kind: str
    draw: Callable[[Random, Part], Pair]
    words: dict[str, str] = field(default_factory=dict)

    def episode(self, rng: Random, shots: int, part: Part) -> list[Pair]:
        asked = self.draw(rng, part)
        shown: list[Pair] = []
        # A short list may not have enough items: an input is then shown again.
        for _ in range(shots):
            pair = self.draw(rng, Part.SEEN)
            for _ in range(5):
                if pair[0] != asked[0] and pair not in shown:
                    break
                pair = self.draw(rng, Part.SEEN)
            shown.append(pair)
        return [*shown, asked]


def of_part(
    family: str, items: list[Pair], part: Part, key: Callable[[Pair], str] = lambda pair: pair[0]
) -> list[Pair]:
    """The items of a part, by the text that `key` takes of each."""
    return [item for item in items if part_of(family, key(item)) is part]


class Items:
    """The items of a list, split once."""

    def __init__(self, family: str, items: list[Pair], key: Callable[[Pair], str] = lambda pair: pair[0]):
        self._parts = {part: of_part(family, items, part, key) for part in Part}
        for part, found in self._parts.items():
            if not found:
                raise ValueError(f"The list {family} has no item that is {part.value}; make it longer.")

    def draw(self, rng: Random, part: Part) -> Pair:
        """Any item of the part."""
        return rng.choice(self._parts[part])

    def all_of(self, part: Part) -> list[Pair]:
        """The items of the part in the order of the list."""
        return self._parts[part]
