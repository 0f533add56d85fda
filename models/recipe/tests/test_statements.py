"""If these fail, the model reads the opposite of a fact, or a fact that its question does not ask for."""

import re

import pytest

from recipe.corpus import lists
from recipe.corpus.statements import claim

ROWS = lists.rows("yes_no")


def words(text: str) -> set[str]:
    forms = {"has": "have", "shows": "show", "rises": "rise"}
    found = (forms.get(word, word) for word in re.findall("[a-z-]+", text.casefold()))
    return set(found) - {"do", "does"}


@pytest.mark.parametrize("question,answer,fact", ROWS, ids=[row[0] for row in ROWS])
def test_the_claim_of_a_fact_is_what_its_question_asks(question: str, answer: str, fact: str) -> None:
    assert words(claim(fact)) == words(question)
    assert (claim(fact) in fact) == (answer == "Yes")


def test_yes_and_no_are_about_as_many() -> None:
    yes = sum(answer == "Yes" for _, answer, _ in ROWS)
    assert 0.45 < yes / len(ROWS) < 0.55


def test_no_question_is_there_twice() -> None:
    questions = [question.casefold() for question, *_ in ROWS]
    assert len(set(questions)) == len(questions)
