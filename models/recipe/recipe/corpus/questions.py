"""Questions with a short answer."""

from functools import cache
from random import Random

from . import lists
from .nonsense import made_up_word
from .rule import ItemRule, Items, Pair
from .split import Part, part_of
from .vocabulary import items


@cache
def _yes_no() -> dict[str, Items]:
    rows = lists.rows("yes_no")
    return {answer: Items("yes_no", [(q, a) for q, a, _ in rows if a == answer]) for answer in ("Yes", "No")}


def yes_or_no(rng: Random) -> ItemRule:
    """Questions about the world; yes is as likely as no."""
    return ItemRule("question", lambda rng, part: _yes_no()[rng.choice(["Yes", "No"])].draw(rng, part))


def fact(rng: Random) -> ItemRule:
    """Questions with an answer of a word or two."""
    return ItemRule("question", items("facts", 0, 1).draw)


def capital_question(rng: Random) -> ItemRule:
    """Questions about countries: the capital, the country of a capital, the continent."""
    form = rng.choice(
        [
            "What is the capital of {}?",
            "What is the capital of {}?",
            "Which city is the capital of {}?",
            "back",
            "continent",
        ]
    )

    def draw(rng: Random, part: Part) -> Pair:
        if form == "continent":
            country, continent = items("countries", 0, 2).draw(rng, part)
            return f"Which continent is {country} in?", continent
        country, capital = items("countries", 0, 1).draw(rng, part)
        return (
            (f"Which country is {capital} the capital of?", country)
            if form == "back"
            else (form.format(country), capital)
        )

    return ItemRule("question", draw)


def mixed(rng: Random) -> ItemRule:
    """Questions of all kinds in one text."""
    rules = [yes_or_no(rng), fact(rng), capital_question(rng)]
    return ItemRule("question", lambda rng, part: rng.choice(rules).draw(rng, part))


@cache
def _logic_names() -> list[str]:
    return [*"ABCDXYPQ", *(word + "s" for word in lists.kinds()["animal"])]


def logic(rng: Random) -> ItemRule:
    """All A are B: what follows, and what does not."""

    def draw(rng: Random, part: Part) -> Pair:
        while True:
            text, answer = _conclusion(rng)
            if part_of("logic", text) is part:
                return text, answer

    return ItemRule("logic", draw)


def _conclusion(rng: Random) -> Pair:
    if rng.random() < 0.7:
        a, b, c = rng.sample(_logic_names()[:8] if rng.random() < 0.6 else _logic_names()[8:], 3)
    else:
        a, b, c = (made_up_word(rng) + "s" for _ in range(3))
    premise = f"If all {a} are {b}, and all {b} are {c}, then all"
    return (f"{premise} {a} are {c}.", "True") if rng.random() < 0.5 else (f"{premise} {c} are {a}.", "False")
