"""A folder with prose of the kind and names that the recipe expects, made by rules."""

import lzma
from pathlib import Path
from random import Random

import pytest

from recipe.corpus import lists, prose

STORIES = 30


@pytest.fixture(scope="session")
def prose_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prose")
    for source in [*prose.SOURCES, prose.UNSEEN_STORIES]:
        for name in source.files:
            rng = Random(name)
            stories = prose.DOCUMENT_END.join(_story(rng) for _ in range(STORIES))
            (folder / f"{name}.txt.xz").write_bytes(lzma.compress(stories.encode()))
    return folder


def _story(rng: Random) -> str:
    hero, friend = rng.sample(lists.kinds()["animal"], 2)
    sentences = [
        f"Once upon a time there was a little {hero}.",
        f"The {hero} had a friend, a {friend}.",
        f"One day they found {rng.choice(lists.all_words())} in the forest.",
        f"The {friend} said, \u201cLet us go home!\u201d",
        "They were very happy and played until the evening.",
    ]
    return f"\n{' '.join(sentences)}\n\n{' '.join(rng.sample(sentences, 4))}\n"
