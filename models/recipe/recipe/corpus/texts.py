"""Task texts: a rule, a layout and some examples, drawn at random."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import Generic, TypeVar

from . import labels, numbers, questions, recall, vocabulary
from .layouts import draw_layout
from .rule import Rule
from .split import Part
from .statements import statement_text

T = TypeVar("T")


class Mix(Enum):
    """A mix of texts: the main one, or that of the last steps."""

    MAIN = "main"
    LAST = "last"


@dataclass(frozen=True)
class Drawn(Generic[T]):
    """Something that is drawn at random, with its weight in each mix."""

    weight: float
    last_weight: float
    make: T

    def weight_in(self, mix: Mix) -> float:
        """The weight in a mix."""
        return self.weight if mix is Mix.MAIN else self.last_weight


RULES: list[Drawn[Callable[[Random], Rule]]] = [
    Drawn(18, 12, numbers.operation),
    Drawn(0, 100, numbers.plain_operation),
    Drawn(8, 18, numbers.arithmetic),
    Drawn(3, 6, numbers.carrying),
    Drawn(2, 1, numbers.one_number),
    Drawn(3, 4, numbers.which_is),
    Drawn(6, 16, vocabulary.translation),
    Drawn(3, 8, vocabulary.table("antonyms", "antonym")),
    Drawn(3, 3, vocabulary.table("countries", "capital", both_ways=True)),
    Drawn(2, 1, vocabulary.table("countries", "continent", 0, 2)),
    Drawn(1.5, 1, vocabulary.table("plurals", "plural", both_ways=True)),
    Drawn(1.5, 1.5, vocabulary.table("past", "past", both_ways=True)),
    Drawn(1, 0.5, vocabulary.table("comparatives", "comparative", both_ways=True)),
    Drawn(1.5, 1, vocabulary.table("colors", "color")),
    Drawn(2, 1, vocabulary.letters),
    Drawn(1, 0.5, lambda rng: vocabulary.of_words("first letter", lambda word: word[0])),
    Drawn(1, 0.5, vocabulary.unscramble),
    Drawn(1, 0.5, vocabulary.rhyme),
    Drawn(7, 5, labels.sentiment),
    Drawn(0, 14, labels.renamed_sentiment),
    Drawn(4, 4, labels.topic),
    Drawn(4, 4, labels.language),
    Drawn(6, 6, labels.kind_of_thing),
    Drawn(1.5, 1, labels.odd_one),
    Drawn(14, 10, recall.recall),
    Drawn(2, 6, questions.yes_or_no),
    Drawn(2, 6, questions.fact),
    Drawn(2, 2, questions.capital_question),
    Drawn(1, 1, questions.mixed),
    Drawn(1.5, 1.5, questions.logic),
]
"""Makers of rules, among the texts with examples. The last mix has more of what is learnt from the examples alone."""

_WHOLE_TEXTS: list[Drawn[Callable[[Random], str]]] = [
    Drawn(14, 60, statement_text),
    Drawn(5, 3, recall.copy_text),
    Drawn(3, 2, recall.cued_copy_text),
    Drawn(2, 2, recall.sequence_text),
]

WITH_EXAMPLES = {Mix.MAIN: 0.76, Mix.LAST: 0.66}
"""The share of the texts that have examples; the others are facts, copies and sequences."""


def examples_text(rng: Random, rule: Rule) -> str:
    """A text of one to thirteen examples of seen items."""
    layout = draw_layout(rng, rule.kind, rule.words)
    # A text with one example is the task without any: the answer comes from the words alone.
    pairs = rule.episode(rng, rng.choice([0, 1, 2, 3, 4, 5, 6, 8, 8, 10, 12]), Part.SEEN)
    return layout.join([layout.example(x, y) for x, y in pairs]) + "\n"


def _drawn(rng: Random, among: list[Drawn[T]], mix: Mix) -> T:
    return rng.choices([each.make for each in among], [each.weight_in(mix) for each in among])[0]


def task_text(rng: Random, mix: Mix = Mix.MAIN) -> str:
    """Any task text of a mix."""
    if rng.random() < WITH_EXAMPLES[mix]:
        return examples_text(rng, _drawn(rng, RULES, mix)(rng))
    return _drawn(rng, _WHOLE_TEXTS, mix)(rng)
