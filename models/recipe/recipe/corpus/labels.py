"""Tasks with a few labels: sentiment, topic, language, kinds of things. Each label is as likely as the others."""

from functools import cache
from random import Random

from . import lists
from .nonsense import made_up_words
from .rule import ItemRule, Items, Pair
from .split import Part

FEELINGS = ("positive", "negative")

_OTHER_FEELINGS = [
    ("good", "bad"),
    ("happy", "sad"),
    ("+", "-"),
    ("yes", "no"),
    ("great", "terrible"),
    ("A", "B"),
    ("B", "A"),
    ("negative", "positive"),
    ("1", "0"),
    ("0", "1"),
    ("foo", "bar"),
    ("up", "down"),
    ("red", "blue"),
    ("X", "Y"),
]


@cache
def _labelled(kind: str) -> dict[str, Items]:
    sentences = lists.kinds() if kind == "kind" else lists.sentences(kind)
    return {label: Items(kind, [(text, label) for text in texts]) for label, texts in sentences.items()}


@cache
def _short_reviews() -> dict[str, Items]:
    return {label: Items("sentiment", [(text, label) for text in _short(label)]) for label in FEELINGS}


def _short(label: str) -> list[str]:
    adjectives, verbs = lists.feelings(label, "adjectives"), lists.feelings(label, "verbs")
    things = lists.feelings("any", "things")
    wants = "" if label == "positive" else "not "
    about_things = [
        "The {t} was {a}.",
        "What a {a} {t}!",
        "It was a {a} {t}.",
        "This {t} was very {a}.",
        "Such a {a} {t}.",
        "A {a} little {t}.",
    ]
    texts = [form.format(t=thing, a=adjective) for form in about_things for thing in things for adjective in adjectives]
    texts += [
        form.format(t=thing, v=verb)
        for form in ("I {v} this {t}!", "I {v} this {t}.", "I really {v} the {t}.")
        for thing in things
        for verb in verbs
    ]
    texts += [
        f"The {thing} is {adjective} and I {verb} it." for thing in things for adjective in adjectives for verb in verbs
    ]
    texts += [f"This is {adjective}." for adjective in adjectives]
    return texts + [
        f"I would {wants}{what}."
        for what in ("see it again", "buy it again", "go there again", "eat there again", "tell a friend to try it")
    ]


def _drawn(found: dict[str, Items], shown: dict[str, str], kind: str) -> ItemRule:
    labels = list(shown)

    def draw(rng: Random, part: Part) -> Pair:
        text, label = found[rng.choice(labels)].draw(rng, part)
        return text, shown[label]

    return ItemRule(kind, draw, {"labels": ", ".join(shown.values()), "choices": "/".join(shown.values())})


def _renamed(rng: Random, labels: list[str], share: float) -> dict[str, str]:
    """Made-up labels for that share of the texts, else the labels themselves."""
    return (
        dict(zip(labels, made_up_words(rng, len(labels)), strict=True))
        if rng.random() < share
        else {label: label for label in labels}
    )


def feel(shown: dict[str, str], short: bool) -> ItemRule:
    """The rule of reviews, short ones or varied ones, with these labels for positive and negative."""
    return _drawn(_short_reviews() if short else _labelled("sentiment"), shown, "sentiment")


def sentiment(rng: Random) -> ItemRule:
    """Reviews with their own labels, others, or made-up ones."""
    draw = rng.random()
    if 0.5 <= draw < 0.75:
        return renamed_sentiment(rng)
    names = FEELINGS if draw < 0.5 else rng.choice(_OTHER_FEELINGS)
    return feel(dict(zip(FEELINGS, names, strict=True)), rng.random() < 0.6)


def renamed_sentiment(rng: Random) -> ItemRule:
    """Reviews with made-up labels: only the examples say which label means what."""
    return feel(dict(zip(FEELINGS, made_up_words(rng, 2), strict=True)), rng.random() < 0.6)


def among(kind: str, shown: dict[str, str]) -> ItemRule:
    """The rule that names the topic, language or kind among these, under the given names."""
    return _drawn(_labelled(kind), shown, kind)


def topic(rng: Random) -> ItemRule:
    """Sentences on two to four topics."""
    names = rng.sample(list(_labelled("topic")), rng.randint(2, 4))
    return among("topic", _renamed(rng, names, 0.2))


def language(rng: Random) -> ItemRule:
    """Sentences in two to four languages."""
    names = rng.sample(list(_labelled("language")), rng.randint(2, 4))
    return among("language", _renamed(rng, names, 0.1))


def kind_of_thing(rng: Random) -> ItemRule:
    """Words of two to five kinds."""
    names = rng.sample(list(_labelled("kind")), rng.randint(2, 5))
    return among("kind", _renamed(rng, names, 0.15))


def odd_one(rng: Random) -> ItemRule:
    """Three words, of which the one of a hidden kind is the answer."""
    kinds = _labelled("kind")
    target = rng.choice(list(kinds))
    others = [kind for kind in kinds if kind != target]

    def draw(rng: Random, part: Part) -> Pair:
        good, _ = kinds[target].draw(rng, part)
        words = [good, *(kinds[rng.choice(others)].draw(rng, Part.SEEN)[0] for _ in range(2))]
        rng.shuffle(words)
        return ", ".join(words), good

    return ItemRule("plain", draw)
