"""Files that are there whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file beside the final one, syncs it, and renames it."""
    save_whole(path, lambda file: file.write(content))


def save_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """As `write_whole`, with a function that writes to the open file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    with temporary.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
