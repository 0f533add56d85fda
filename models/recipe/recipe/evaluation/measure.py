"""The tasks that a model is measured on, each with held-out items and one plain layout."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from ..corpus import labels, numbers, questions, vocabulary
from ..corpus.layouts import Layout
from ..corpus.nonsense import made_up_words
from ..corpus.recall import RecallRule
from ..corpus.rule import Rule
from ..corpus.split import Part

SHOTS = (0, 1, 2, 4, 8)


@dataclass(frozen=True)
class Measured:
    """A task as it is measured. The rule may be drawn anew for each prompt, as made-up labels are."""

    name: str
    rule: Callable[[Random], Rule]
    layout: Layout
    asked: Part = Part.HELD_OUT
    """The items that are asked for."""
    without: frozenset[str] = frozenset()
    """Inputs in small letters that are not asked for, such as those that another model was trained to answer."""

    def is_asked(self, x: str) -> bool:
        """Whether this input of the part is asked for."""
        return x.casefold() not in self.without


def _made_up_feelings(rng: Random) -> Rule:
    return labels.feel(dict(zip(labels.FEELINGS, made_up_words(rng, 2), strict=True)), short=True)


def _among(kind: str, *names: str) -> Callable[[Random], Rule]:
    return lambda rng: labels.among(kind, {name: name for name in names})


def _lines(template: str) -> Layout:
    return Layout("", template, "\n")


_TASKS = [
    Measured("~ is the sum", lambda rng: numbers.signed("sum", "~", numbers.SMALL), _lines("Q: {x} = ?\nA: {y}")),
    Measured(
        "~ is the greater", lambda rng: numbers.signed("greater", "~", numbers.SMALL), _lines("Q: {x} = ?\nA: {y}")
    ),
    Measured(
        "~ is the difference",
        lambda rng: numbers.signed("difference", "~", numbers.SMALL),
        _lines("Q: {x} = ?\nA: {y}"),
    ),
    Measured("sums to 99", lambda rng: numbers.signed("sum", "+", 99), _lines("Q: What is {x}?\nA: {y}")),
    Measured("which is bigger", lambda rng: numbers.bigger(99), _lines("Q: {x}\nA: {y}")),
    Measured(
        "sentiment",
        lambda rng: labels.feel({name: name for name in labels.FEELINGS}, short=False),
        _lines("Review: {x}\nSentiment: {y}"),
    ),
    Measured("sentiment, made-up labels", _made_up_feelings, _lines("Review: {x}\nSentiment: {y}")),
    Measured("English to French", lambda rng: vocabulary.translate("English", "French"), _lines("{x} → {y}")),
    Measured(
        "English to Spanish",
        lambda rng: vocabulary.translate("English", "Spanish", capital=True),
        _lines('Input: "{x}" → "{y}"'),
    ),
    Measured("opposites", vocabulary.table("antonyms", "antonym"), _lines("{x} -> {y}")),
    Measured("capitals", vocabulary.table("countries", "capital"), _lines("Q: What is the capital of {x}?\nA: {y}")),
    Measured("past tense", vocabulary.table("past", "past"), _lines("today: {x}, yesterday: {y}")),
    Measured("recall of made-up pairs", lambda rng: RecallRule("made-up"), _lines("{x} -> {y}")),
    Measured("language", _among("language", "English", "French", "Spanish"), _lines("{x} Language: {y}")),
    Measured("topic", _among("topic", "politics", "science", "sports"), _lines("Text: {x}\nTopic: {y}")),
    Measured("kinds of things", _among("kind", "animal", "fruit", "color", "tool"), _lines("{x} is a kind of {y}.")),
    Measured("yes or no", questions.yes_or_no, _lines("Q: {x}\nA: {y}")),
    Measured("facts", questions.fact, _lines("Q: {x}\nA: {y}")),
]

OF_FACTS = (
    "English to French",
    "English to Spanish",
    "opposites",
    "capitals",
    "past tense",
    "kinds of things",
    "yes or no",
    "facts",
)
"""Tasks whose answers have to be known: no example in the prompt tells the capital of another country."""

TASKS = _TASKS + [
    replace(task, name=f"{task.name}, seen items", asked=Part.SEEN) for task in _TASKS if task.name in OF_FACTS
]
"""The tasks of the card's table. Tasks of facts stand there twice: with held-out items, which no training text asks
for, and with seen ones.
"""


def asked_of_neither(asked_of_other: frozenset[str]) -> list[Measured]:
    """The tasks of facts with those held-out items that another model was not trained to answer either."""
    return [
        replace(task, name=f"{task.name}, asked of neither", without=asked_of_other)
        for task in _TASKS
        if task.name in OF_FACTS
    ]
