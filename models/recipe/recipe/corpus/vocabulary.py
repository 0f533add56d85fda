"""Tasks with a list of words behind them: translations, opposites, capitals, forms, letters."""

from collections.abc import Callable
from functools import cache
from random import Random

from . import lists
from .rule import ItemRule, Items, Pair
from .split import Part

LANGUAGES = ["English", "French", "Spanish"]


@cache
def items(name: str, first: int, second: int) -> Items:
    """Two columns of a list as items. The first column of the row decides the part."""
    keys = {(row[first], row[second]): row[0] for row in lists.rows(name)}
    return Items(name, list(keys), keys.__getitem__)


def table(
    name: str, kind: str, first: int = 0, second: int = 1, both_ways: bool = False
) -> Callable[[Random], ItemRule]:
    """A maker of the rule that gives the second column for the first, or sometimes the other way."""

    def make(rng: Random) -> ItemRule:
        back = both_ways and rng.random() < 0.25

        def draw(rng: Random, part: Part) -> Pair:
            x, y = items(name, first, second).draw(rng, part)
            return (y, x) if back else (x, y)

        return ItemRule("plain" if back else kind, draw)

    return make


def translate(source: str, target: str, capital: bool = False) -> ItemRule:
    """The rule that translates words, with a capital letter each or without."""
    found = items("translations", LANGUAGES.index(source), LANGUAGES.index(target))

    def draw(rng: Random, part: Part) -> Pair:
        x, y = found.draw(rng, part)
        return (x[0].upper() + x[1:], y[0].upper() + y[1:]) if capital else (x, y)

    return ItemRule("translation", draw, {"source": source, "target": target})


def translation(rng: Random) -> ItemRule:
    """A drawn direction of translation, from English more often than not."""
    source = rng.choice(["English", "English", *LANGUAGES])
    target = rng.choice([language for language in LANGUAGES if language != source])
    return translate(source, target, rng.random() < 0.4)


def _scrambled(word: str) -> str:
    letters = list(word)
    Random(word).shuffle(letters)
    return "".join(letters)


LETTER_FUNCTIONS: list[Callable[[str], str]] = [
    lambda word: word[0],
    lambda word: word[0],
    lambda word: word[-1],
    str.upper,
    str.capitalize,
    lambda word: word,
    lambda word: f"{word} {word}",
    lambda word: " ".join(word),
    lambda word: str(len(word)),
    lambda word: word + "s",
]


@cache
def _words() -> Items:
    return Items("words", [(word, word) for word in lists.all_words()])


def of_words(kind: str, function: Callable[[str], str], swap: bool = False) -> ItemRule:
    """The rule that gives a function of a word, or with `swap` the word for it."""

    def draw(rng: Random, part: Part) -> Pair:
        word, _ = _words().draw(rng, part)
        return (function(word), word) if swap else (word, function(word))

    return ItemRule(kind, draw)


def letters(rng: Random) -> ItemRule:
    """A drawn function of a word's letters."""
    return of_words("plain", rng.choice(LETTER_FUNCTIONS))


def unscramble(rng: Random) -> ItemRule:
    """The letters of a short word in another order, and the word."""

    def draw(rng: Random, part: Part) -> Pair:
        while True:
            word, _ = _words().draw(rng, part)
            if len(word) <= 5:
                return _scrambled(word), word

    return ItemRule("unscramble", draw)


@cache
def _rhymes() -> Items:
    return Items("rhymes", [(a, b) for group in lists.rhymes() for a in group for b in group if a != b])


def rhyme(rng: Random) -> ItemRule:
    """A word and one that rhymes with it."""
    return ItemRule("rhyme", _rhymes().draw)
