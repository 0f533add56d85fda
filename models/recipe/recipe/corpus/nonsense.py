"""Words that mean nothing."""

from random import Random

_ONSETS = (
    *("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "sh", "th"),
    *("bl", "br", "cr", "dr", "fl", "gl", "gr", "kl", "pl", "pr", "sl", "sn", "st", "tr"),
)
_CODAS = ["", "", "b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "x", "ck", "nd", "sh", "rn", "sk", "lt", "mp"]


def made_up_word(rng: Random) -> str:
    """A word of one or two syllables that can be spoken."""
    syllables = "".join(rng.choice(_ONSETS) + rng.choice("aeiou") for _ in range(rng.randint(1, 2)))
    return syllables + rng.choice(_CODAS)


def made_up_words(rng: Random, count: int) -> list[str]:
    """Different made-up words."""
    words: dict[str, None] = {}
    while len(words) < count:
        words[made_up_word(rng)] = None
    return list(words)
