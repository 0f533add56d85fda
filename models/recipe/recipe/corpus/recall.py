"""Texts in which the answer stands in the text itself: pairs to recall, things to repeat."""

from dataclasses import dataclass, field
from random import Random

from . import lists
from .nonsense import made_up_word, made_up_words
from .rule import Pair
from .split import Part


@dataclass(frozen=True)
class RecallRule:
    """Random pairs are shown once each, and some of them asked for again."""

    answers: str
    asked: int = 1
    kind: str = "recall"
    words: dict[str, str] = field(default_factory=dict)

    def episode(self, rng: Random, shots: int, part: Part) -> list[Pair]:
        """All pairs are drawn anew, so both parts are the same. Without shots the pair was never shown."""
        inputs = made_up_words(rng, shots) if self.answers != "words" else _words(rng, shots)
        table = [(x, self._answer(rng)) for x in inputs]
        if not table:
            return [(made_up_word(rng), self._answer(rng))]
        return table + [rng.choice(table) for _ in range(self.asked)]

    def _answer(self, rng: Random) -> str:
        if self.answers == "numbers":
            return str(rng.randint(0, 99))
        return rng.choice(lists.all_words()) if self.answers in ("words", "known") else made_up_word(rng)


def _words(rng: Random, count: int) -> list[str]:
    return rng.sample(lists.all_words(), count)


def recall(rng: Random) -> RecallRule:
    """A drawn kind of pairs, and how many of them are asked for."""
    return RecallRule(rng.choice(["made-up", "made-up", "words", "known", "numbers"]), rng.randint(1, 6))


def copy_text(rng: Random) -> str:
    """Words, numbers or letters in a random order, two to four times, or one line again and again."""
    count = rng.randint(3, 12)
    draw = rng.random()
    if draw < 0.35:
        parts = made_up_words(rng, count)
    elif draw < 0.65:
        parts = _words(rng, count)
    elif draw < 0.8:
        parts = [str(rng.randint(0, 99)) for _ in range(count)]
    else:
        parts = [rng.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(count)]
    between, after = rng.choice([(" ", "\n"), (", ", "\n"), (" ", " "), (", ", ".\n"), (" ", "\n\n"), (" - ", "\n")])
    line = between.join(parts)
    return after.join([line] * rng.randint(2, 4)) + "\n"


def cued_copy_text(rng: Random) -> str:
    """Lines that are said once and repeated after a cue."""
    cue, again = rng.choice(
        [("", " -> "), ("Say: ", "\nRepeat: "), ("A: ", "\nB: "), ("Text: ", "\nCopy: "), ("", " | ")]
    )
    lines = []
    for _ in range(rng.randint(2, 6)):
        words = made_up_words(rng, rng.randint(1, 4)) if rng.random() < 0.5 else _words(rng, rng.randint(1, 4))
        lines.append(f"{cue}{' '.join(words)}{again}{' '.join(words)}")
    return "\n".join(lines) + "\n"


def sequence_text(rng: Random) -> str:
    """Days, months, letters or numbers in their order, or a pattern that goes on."""
    draw = rng.random()
    if draw < 0.35:
        words = rng.choice(lists.sequences())
        start = rng.randrange(len(words) - 1)
        return rng.choice([" ", ", ", "\n"]).join(words[start : start + rng.randint(2, 12)]) + "\n"
    if draw < 0.7:
        start, step = rng.randint(0, 40), rng.choice([1, 1, 1, 2, 2, 3, 5, 10, -1])
        numbers = [start + step * i for i in range(rng.randint(4, 14))]
        return rng.choice([" ", ", "]).join(str(n) for n in numbers if n >= 0) + "\n"
    pattern = rng.sample(lists.all_words(), rng.randint(2, 4))
    return rng.choice([" ", ", "]).join(pattern * rng.randint(2, 6)) + "\n"
