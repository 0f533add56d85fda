"""Stories and books from a folder of `NAME.txt.xz` files, documents separated by `<|endoftext|>`."""

import lzma
import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT_END = "<|endoftext|>"

PIECE = 1800
"""A long document is cut between paragraphs into pieces of about this many characters."""

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "...", "\u00a0": " ", "\ufeff": ""}
)
_MARKUP = re.compile(r"https?:|www\.|\[Illustration|Project Gutenberg|[{}<>_|#\\]")


@dataclass(frozen=True)
class Source:
    """Files of one origin, and how often the main and the last mix repeat them at most."""

    name: str
    files: tuple[str, ...]
    repeats: int
    last_repeats: int
    whole: bool = False


STORIES = "stories"

SOURCES = [
    Source(STORIES, ("tinystories_1", "tinystories_2", "tinystories_3"), 10, 3, whole=True),
    Source("picture books", ("storyweaver", "african_storybook"), 4, 2),
    Source("fables", ("aesop",), 4, 2),
    Source("fairy tales", ("fairytaleqa",), 2, 0),
    Source("children's books", ("gutenberg_children", "chilit"), 1, 0),
]

UNSEEN_STORIES = Source("unseen stories", ("tinystories_valid",), 0, 0, whole=True)
"""Stories that only the evaluation sees."""


def documents(folder: Path, source: Source) -> list[str]:
    """The clean documents of a source, long ones in pieces.

    Raises FileNotFoundError with the missing file's path if the folder lacks one.
    """
    found: list[str] = []
    for name in source.files:
        path = folder / f"{name}.txt.xz"
        if not path.is_file():
            raise FileNotFoundError(f"There is no {path}; README.md says which texts the folder must hold.")
        with lzma.open(path, "rt", encoding="utf-8", errors="ignore") as file:
            for document in file.read().split(DOCUMENT_END):
                found += _pieces(clean(document), None if source.whole else PIECE)
    return found


def clean(document: str) -> str:
    """The document with plain quotes and dashes, without what is no prose: headings in capitals, tables, notes."""
    paragraphs = (_tidy(paragraph) for paragraph in re.split(r"\n\s*\n", document.translate(_PLAIN)))
    return "\n\n".join(paragraph for paragraph in paragraphs if _is_prose(paragraph))


def _tidy(paragraph: str) -> str:
    return re.sub(r"\s+", " ", paragraph).strip()


def _is_prose(paragraph: str) -> bool:
    letters = [character for character in paragraph if character.isalpha()]
    small = sum(character.islower() for character in letters)
    return len(letters) > 0.6 * len(paragraph) and small > 0.7 * len(letters) and not _MARKUP.search(paragraph)


def _pieces(document: str, length: int | None) -> list[str]:
    if len(document) < 80:
        return []
    if length is None:
        return [document + "\n"]
    pieces, current = [], ""
    for paragraph in document.split("\n\n"):
        current += paragraph + "\n\n"
        if len(current) > length:
            pieces.append(current.strip() + "\n")
            current = ""
    if len(current) > 200:
        pieces.append(current.strip() + "\n")
    return pieces
