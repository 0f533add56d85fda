"""Facts told plainly. The held-out items of a fact list are told here and nowhere else in the training texts."""

import re
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


_TRANSLATIONS = [
    "The {language} word for {x} is {y}.",
    "The {language} word for {x} is {y}.",
    "{y} is {language} and means {x}.",
    "{x} is {y} for a {language} child.",
    "A {language} child says {y} for {x}.",
    "{y} is the {language} word for {x}.",
    "The word {y} is {language}; its meaning is {x}.",
    "They say {y} in {country}, and we say {x}.",
    "They learned the {language} word {y}. It means {x}.",
    "Where we write {x}, a {language} friend writes {y}.",
    "The sign says {y}. That is {language} for {x}.",
    "{x} turns into {y} on the way to {country}.",
    "{x} and {y} mean the same, one to us and one to people in {country}.",
    "We read {x} at home and {y} in {country}.",
]

_THREE_LANGUAGES = [
    "The French word for {x} is {y}, and the Spanish word is {z}.",
    "In French, {x} is called {y}. In Spanish it is called {z}.",
    "A Spanish child says {z} for {x}, and a French child says {y}.",
    "{x}, {y}, {z}: one thing in English, French and Spanish.",
]


def _translation(rng: Random) -> str:
    english, french, spanish = rng.choice(lists.rows("translations"))
    if rng.random() < 0.25:
        return _written(rng, rng.choice(_THREE_LANGUAGES), x=english, y=french, z=spanish)
    language, country, word = rng.choice([("French", "France", french), ("Spanish", "Spain", spanish)])
    template = rng.choice(_TRANSLATIONS).replace("{language}", language).replace("{country}", country)
    return _written(rng, template, x=english, y=word)


_ANTONYMS = [
    "{x} and {y} are opposites.",
    "It was not {x} but {y}, which is the opposite.",
    "First {x}, then {y}: what a change!",
    "If something is not {x}, it may be {y}.",
    "{x} or {y}, one or the other.",
    "The words {x} and {y} mean opposite things.",
    "{x} is the opposite of {y}.",
    "Where one is {x}, the other is {y}.",
    "{x} and {y} are a pair that never meets.",
    "Turn {x} around and you get {y}.",
    "From {x} to {y}, from one end to the other.",
    "Some say {x}, others say the opposite, {y}.",
]


def _antonym(rng: Random) -> str:
    a, b = rng.choice(lists.rows("antonyms"))
    if rng.random() < 0.5:
        a, b = b, a
    return _written(rng, rng.choice(_ANTONYMS), x=a, y=b)


def _written(rng: Random, template: str, **words: str) -> str:
    """The template with all words in quotes, with a capital letter, both or neither.

    These are different tokens, and a fact that was only read in some of them is not found in the others.
    """
    draw = rng.random()
    quote = '"' if 0.35 <= draw < 0.8 else ""
    for name, word in words.items():
        shown = word[0].upper() + word[1:] if draw > 0.6 else word
        template = template.replace(f"{{{name}}}", f"{quote}{shown}{quote}")
    return template


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


_FACTS = [
    "{fact}",
    "{fact}",
    "Did you know? {fact}",
    "Our teacher told us this: {fact}",
    "Everybody knows it. {fact}",
    "I learned something today. {fact}",
    "It is true: {fact}",
    "The book is right: {fact}",
]

_ANSWERS = {
    "facts": ["Remember the word {answer}. {fact}", "{fact} So I wrote down {answer}.", "{answer}! {fact}"],
    "yes_no": ["{answer}, {fact}", '"{answer}," said the teacher. "{fact}"', "My answer is {answer}. {fact}"],
}

# The answer stands behind the claim as it stands behind a question, as the same token.
_CLAIMS = {
    "Yes": [
        "It is said that {claim}. Yes, it is so.",
        "Some say that {claim}. Yes, they are right.",
        "They told me that {claim}. Yes, I believed it.",
        "I read that {claim}. Yes, that is true.",
        "He thinks that {claim}. Yes, he is right.",
        "She wrote that {claim}. Yes! That was easy.",
        "A friend says: {claim}. Yes, we all know that.",
        "That {claim} is true.",
    ],
    "No": [
        "It is said that {claim}. No, it is not so.",
        "Some say that {claim}. No, they are wrong.",
        "They told me that {claim}. No, I did not believe it.",
        "I read that {claim}. No, that is not true.",
        "He thinks that {claim}. No, he is wrong.",
        "She wrote that {claim}. No! That was a mistake.",
        "A friend says: {claim}. No, we all know better.",
        "That {claim} is not true.",
    ],
}


def _fact(rng: Random) -> str:
    return _told(rng, "facts")


def _yes_or_no(rng: Random) -> str:
    if rng.random() < 0.3:
        return _told(rng, "yes_no")
    _, answer, fact = rng.choice(lists.rows("yes_no"))
    return rng.choice(_CLAIMS[answer]).replace("{claim}", _inside(claim(fact)))


def claim(fact: str) -> str:
    """What a fact of the yes-or-no list says or denies, as a sentence without its end: "A fish has wings"."""
    first = re.split("[;:.]", fact)[0]
    for no, yes in ((" cannot ", " can "), (" is not ", " is "), (" does not have ", " has "), (" do not ", " ")):
        first = first.replace(no, yes)
    return first


def _told(rng: Random, kind: str) -> str:
    _, answer, fact = rng.choice(lists.rows(kind))
    template = rng.choice(_FACTS if rng.random() < 0.6 else _ANSWERS[kind])
    if template.startswith("{answer}, "):
        fact = _inside(fact)
    return template.replace("{fact}", fact).replace("{answer}", answer)


def _inside(sentence: str) -> str:
    """The sentence as it stands inside another one: in small letters, but for the name of a place."""
    if any(sentence.partition(" ")[0] in row for row in lists.rows("countries")):
        return sentence
    return sentence[0].lower() + sentence[1:]


_TELLERS = [
    (5, _country),
    (16, _translation),
    (11, _antonym),
    (3, _plural),
    (4, _past),
    (2, _comparative),
    (6, _kind),
    (2, _color),
    (9, _fact),
    (55, _yes_or_no),
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
