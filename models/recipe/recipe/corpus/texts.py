"""Task texts: a rule, a layout and some examples, drawn at random."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from . import labels, numbers, questions, recall, vocabulary
from .layouts import draw_layout
from .rule import Rule
from .split import Part
from .statements import statement_text

T = TypeVar("T")

RULES: list[tuple[float, Callable[[Random], Rule]]] = [
    (18, numbers.operation),
    (8, numbers.arithmetic),
    (3, numbers.carrying),
    (2, numbers.one_number),
    (3, numbers.which_is),
    (6, vocabulary.translation),
    (3, vocabulary.table("antonyms", "antonym")),
    (3, vocabulary.table("countries", "capital", both_ways=True)),
    (2, vocabulary.table("countries", "continent", 0, 2)),
    (1.5, vocabulary.table("plurals", "plural", both_ways=True)),
    (1.5, vocabulary.table("past", "past", both_ways=True)),
    (1, vocabulary.table("comparatives", "comparative", both_ways=True)),
    (1.5, vocabulary.table("colors", "color")),
    (2, vocabulary.letters),
    (1, lambda rng: vocabulary.of_words("first letter", lambda word: word[0])),
    (1, vocabulary.unscramble),
    (1, vocabulary.rhyme),
    (7, labels.sentiment),
    (4, labels.topic),
    (4, labels.language),
    (6, labels.kind_of_thing),
    (1.5, labels.odd_one),
    (14, recall.recall),
    (2, questions.yes_or_no),
    (2, questions.fact),
    (2, questions.capital_question),
    (1, questions.mixed),
    (1.5, questions.logic),
]
"""Makers of rules, each with its weight among the texts with examples."""

_WHOLE_TEXTS: list[tuple[float, Callable[[Random], str]]] = [
    (14, statement_text),
    (5, recall.copy_text),
    (3, recall.cued_copy_text),
    (2, recall.sequence_text),
]

WITH_EXAMPLES = 0.76
"""The share of the texts that have examples; the others are facts, copies and sequences."""


def examples_text(rng: Random, rule: Rule) -> str:
    """A text of one to thirteen examples of seen items."""
    layout = draw_layout(rng, rule.kind, rule.words)
    # A text with one example is the task without any: the answer comes from the words alone.
    pairs = rule.episode(rng, rng.choice([0, 1, 2, 3, 4, 5, 6, 8, 8, 10, 12]), Part.SEEN)
    return layout.join([layout.example(x, y) for x, y in pairs]) + "\n"


def _drawn(rng: Random, among: list[tuple[float, T]]) -> T:
    return rng.choices([thing for _, thing in among], [weight for weight, _ in among])[0]


def task_text(rng: Random) -> str:
    """Any task text."""
    if rng.random() < WITH_EXAMPLES:
        return examples_text(rng, _drawn(rng, RULES)(rng))
    return _drawn(rng, _WHOLE_TEXTS)(rng)
