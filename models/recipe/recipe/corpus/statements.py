"""Facts told plainly. The held-out items of a fact list are told here and nowhere else in the training texts."""

from random import Random

from . import lists


def _country(rng: Random) -> str:
    country, capital, continent = rng.choice(lists.rows("countries"))
    return rng.choice(
        [
            f"{capital} is the capital of {country}.",
            f"{country} is a country in {continent}. Its capital is {capital}.",
            f"They flew to {capital}, the capital of {country}.",
            f"The capital city of {country} is called {capital}.",
            f"In {country}, in the capital {capital}, there is a big market.",
            f"{country} has its capital in {capital}, and it is a part of {continent}.",
            f"We went to {country} and saw its capital, {capital}.",
            f"My aunt lives in {capital}. That is the capital of {country}.",
        ]
    )


def _translation(rng: Random) -> str:
    english, french, spanish = rng.choice(lists.rows("translations"))
    return rng.choice(
        [
            f'The French word for {english} is "{french}", and the Spanish word is "{spanish}".',
            f'"{french}" is French and means {english}.',
            f'"{spanish}" is Spanish and means {english}.',
            f'In French, {english} is called "{french}". In Spanish it is called "{spanish}".',
            f'A Spanish child says "{spanish}" for {english}, and a French child says "{french}".',
            f"{english}, {french}, {spanish}: one thing in English, French and Spanish.",
            f'She learned the French word "{french}". It means {english}.',
            f'He learned the Spanish word "{spanish}". It means {english}.',
        ]
    )


def _antonym(rng: Random) -> str:
    a, b = rng.choice(lists.rows("antonyms"))
    if rng.random() < 0.5:
        a, b = b, a
    return rng.choice(
        [
            f'"{a}" and "{b}" are opposites.',
            f"It was not {a} but {b}, which is the opposite.",
            f"First {a}, then {b}: what a change!",
            f'If something is not "{a}", it may be "{b}".',
            f"{a} or {b}, one or the other.",
            f"The words {a} and {b} mean opposite things.",
        ]
    )


def _plural(rng: Random) -> str:
    one, many = rng.choice(lists.rows("plurals"))
    return rng.choice(
        [
            f"I saw one {one}, and then many {many}.",
            f"There was a {one}. Soon there were five {many}.",
            f"She has a {one}, he has two {many}, and they have a lot of {many}.",
        ]
    )


def _past(rng: Random) -> str:
    now, before = rng.choice(lists.rows("past"))
    return rng.choice(
        [
            f"They {now} every day, and they {before} last week too.",
            f"We {before} a long time ago, and we {now} again now.",
            f'The past of "{now}" is "{before}".',
        ]
    )


def _comparative(rng: Random) -> str:
    quality, more = rng.choice(lists.rows("comparatives"))
    return rng.choice(
        [
            f"He is {quality}, but she is {more} than he is.",
            f"One day it was {quality}, and the next day it was even {more}.",
            f"The first one is {quality}, the second one is {more}.",
        ]
    )


def _kind(rng: Random) -> str:
    kind = rng.choice(list(lists.kinds()))
    words = rng.sample(lists.kinds()[kind], rng.randint(1, 5))
    many = f"{kind}s"
    return rng.choice(
        [
            f"{words[0].capitalize()} belongs to the {many}.",
            f"{many.capitalize()}: {', '.join(words)}.",
            f"A list of {many}: {', '.join(words)}.",
            f"There are many {many}, such as {' and '.join(words[:2])}.",
            f"I know a {kind}: {words[0]}.",
        ]
    )


def _color(rng: Random) -> str:
    thing, color = rng.choice(lists.rows("colors"))
    return rng.choice(
        [
            f"{thing.capitalize()} is {color}.",
            f"The painter used {color} to paint {thing}.",
            f"Something {color}: {thing}.",
        ]
    )


def _question(rng: Random) -> str:
    return rng.choice(lists.rows(rng.choice(["facts", "yes_no"])))[2]


_TELLERS = [
    (10, _country),
    (18, _translation),
    (8, _antonym),
    (4, _plural),
    (5, _past),
    (3, _comparative),
    (8, _kind),
    (3, _color),
    (8, _question),
]


def statement_text(rng: Random) -> str:
    """Some facts of one kind or of several, a sentence or two each."""
    weights = [weight for weight, _ in _TELLERS]
    tellers = [teller for _, teller in _TELLERS]
    one = rng.choices(tellers, weights)[0]
    among = [one] if rng.random() < 0.6 else tellers
    count = rng.randint(2, 6)
    told = [rng.choices(tellers, weights)[0](rng) if len(among) > 1 else one(rng) for _ in range(count)]
    return rng.choice([" ", "\n"]).join(told) + "\n"
