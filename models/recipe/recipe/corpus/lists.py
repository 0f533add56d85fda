"""The lists of words and facts, written by hand."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


@cache
def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a list, split at the bars. The first line of a file says what its columns are."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]
    return list(dict.fromkeys(tuple(cell.strip() for cell in line.split("|")) for line in lines))


@cache
def columns(name: str, first: int, second: int) -> list[tuple[str, str]]:
    """Two columns of a list, counted from 0."""
    return [(row[first], row[second]) for row in rows(name)]


@cache
def kinds() -> dict[str, list[str]]:
    """Kinds of things, each with words of that kind."""
    return {kind: words.split() for kind, words in rows("kinds")}


@cache
def all_words() -> list[str]:
    """The words of all kinds, without repetition."""
    return list(dict.fromkeys(word for words in kinds().values() for word in words))


@cache
def rhymes() -> list[list[str]]:
    """Groups of words that rhyme."""
    return [row[0].split() for row in rows("rhymes")]


@cache
def sequences() -> list[list[str]]:
    """Words that have an order, such as the days of the week."""
    return [row[0].split() for row in rows("sequences")]


@cache
def feelings(label: str, what: str) -> list[str]:
    """Words of the sentences about likes and dislikes, such as the adjectives of `positive`."""
    return next(
        words.split() for row_label, row_what, words in rows("feelings") if (row_label, row_what) == (label, what)
    )


@cache
def sentences(kind: str) -> dict[str, list[str]]:
    """Sentences by label: every subject with every predicate, and the whole ones."""
    parts: dict[str, dict[str, list[str]]] = {}
    for row_kind, label, part, phrases in rows("sentences"):
        if row_kind == kind:
            parts.setdefault(label, {})[part] = [phrase.strip() for phrase in phrases.split(";")]
    return {label: _sentences(found) for label, found in parts.items()}


def _sentences(parts: dict[str, list[str]]) -> list[str]:
    made = [f"{subject} {predicate}." for subject in parts["subjects"] for predicate in parts["predicates"]]
    return made + parts.get("wholes", [])
