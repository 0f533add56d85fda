"""If these fail, the numbers on the card are of items that the model was trained on."""

import json
from random import Random

import pytest

from recipe.corpus import lists
from recipe.corpus.layouts import KINDS, Layout
from recipe.corpus.rule import ItemRule
from recipe.corpus.split import SHIPPED_TASKS, Part, part_of, part_of_numbers
from recipe.corpus.texts import RULES, Mix, examples_text, task_text
from recipe.evaluation.measure import TASKS, Measured
from recipe.evaluation.shots import prompt_and_answer

TEXTS = 60_000

OF_FACTS = (
    "Capitals of countries",
    "Colors of things",
    "Comparatives",
    "Continents of countries",
    "English to French",
    "English to Spanish",
    "Facts in a word",
    "Opposites",
    "Past tense",
    "Plurals",
    "Yes or no",
)
"""The shipped tasks whose answers have to be known."""


def shipped_tasks() -> list[dict]:
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(SHIPPED_TASKS.glob("*.json"))]


@pytest.mark.parametrize("mix", Mix)
def test_no_training_text_answers_a_test_input_of_a_shipped_task(mix: Mix) -> None:
    rng = Random(1)
    texts = "\n".join(task_text(rng, mix) for _ in range(TEXTS))
    answered = [
        Layout("", task["layout"]["template"], "").example(test["x"], test["y"])
        for task in shipped_tasks()
        if "layout" in task and task["name"] not in ("Pairs of made-up words", *OF_FACTS)
        for test in task["tests"]
        if "y" in test
    ]
    assert len(answered) == 96
    assert [example for example in answered if f"\n{example}\n" in texts] == []


@pytest.mark.parametrize("mix", Mix)
def test_a_held_out_fact_is_told_but_never_in_a_form_that_asks(mix: Mix) -> None:
    rng = Random(2)
    texts = "\n".join(task_text(rng, mix) for _ in range(TEXTS))
    held_out = {
        name: [row for row in lists.rows(name) if part_of(name, row[0]) is Part.HELD_OUT]
        for name in ("translations", "antonyms", "countries", "facts", "yes_no")
    }
    assert [row for row in held_out["facts"] + held_out["yes_no"] if row[0] in texts] == []
    for name, kind in (("translations", "translation"), ("antonyms", "antonym"), ("countries", "capital")):
        # "train" is the same in French; the texts that copy a word have it.
        for x, y, *_ in (row for row in held_out[name] if row[0] != row[1]):
            templates = (
                template.replace("{source}", "English").replace("{target}", "French") for _, template in KINDS[kind]
            )
            asked = [Layout("", template, "").example(x, y) for template in templates]
            assert [example for example in asked if f"\n{example}\n" in texts] == [], name
    told = [row for row in held_out["translations"] if f'"{row[0]}"' in texts and f" {row[1]}" in texts]
    assert len(told) == len(held_out["translations"])


def test_a_pair_of_numbers_is_held_out_in_both_orders() -> None:
    assert part_of_numbers(15, 2) is Part.HELD_OUT
    assert part_of_numbers(2, 15) is Part.HELD_OUT


def test_about_one_item_in_six_is_held_out() -> None:
    held_out = sum(part_of("anything", f"item {number}") is Part.HELD_OUT for number in range(3000))
    assert 400 < held_out < 600


def test_tasks_of_facts_are_measured_with_held_out_and_with_seen_items() -> None:
    seen = [task for task in TASKS if task.asked is Part.SEEN]
    assert len(seen) == 8
    for task in seen:
        same = next(other for other in TASKS if task.name == f"{other.name}, seen items")
        asked, others = (
            {prompt_and_answer(measured, 0, number)[0] for number in range(40)} for measured in (task, same)
        )
        assert not asked & others


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_the_item_asked_for_is_never_shown(task: Measured) -> None:
    for number in range(30):
        prompt, answer = prompt_and_answer(task, 8, number)
        *shown, asked = (
            prompt.split(task.layout.separator) if "\n" not in task.layout.template else _pairs_of_lines(prompt)
        )
        if task.name == "recall of made-up pairs":
            assert asked + answer.rstrip("\n") in shown
        else:
            assert not any(example.startswith(asked) for example in shown)


def _pairs_of_lines(prompt: str) -> list[str]:
    lines = prompt.split("\n")
    return ["\n".join(lines[place : place + 2]) for place in range(0, len(lines), 2)]


def test_seen_and_held_out_items_of_a_rule_differ() -> None:
    for drawn in RULES:
        rule = drawn.make(Random(3))
        if not isinstance(rule, ItemRule) or rule.kind == "unscramble":
            continue
        # Some rules draw from few items, so many draws see them all.
        seen, held_out = ({rule.draw(Random(n), part)[0] for n in range(300)} for part in Part)
        assert not seen & held_out, rule.kind


def test_the_same_seed_gives_the_same_text() -> None:
    make = RULES[0].make
    assert examples_text(Random(5), make(Random(5))) == examples_text(Random(5), make(Random(5)))
