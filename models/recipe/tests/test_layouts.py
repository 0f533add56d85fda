"""If these fail, the model has not seen the forms of the tasks that come with Kelvin."""

from random import Random

from test_held_out import shipped_tasks

from recipe.corpus.layouts import KINDS, Layout, draw_layout
from recipe.corpus.vocabulary import LANGUAGES

FREE_TEXT = {"Fill in the last word", "Summarise a text", "A story to go on with"}
"""Tasks that go on with prose and have no form to learn."""


def filled_templates() -> set[str]:
    templates = {template for own in KINDS.values() for _, template in own}
    languages = [
        template.replace("{source}", a).replace("{target}", b)
        for template in templates
        for a in LANGUAGES
        for b in LANGUAGES
    ]
    bracketed = [template.replace("[{choices}]", "[{labels}]") for template in languages]
    return {*languages, *bracketed, *(template.replace("Which is bigger, {x}?", "{x}") for template in languages)}


def test_every_shipped_layout_is_known() -> None:
    known = filled_templates()
    forms = {
        task["layout"]["template"].replace("Q: Which is bigger, {x}?", "Q: {x}")
        for task in shipped_tasks()
        if "layout" in task and task["name"] not in FREE_TEXT
    }
    assert forms - known == set()


def test_every_shipped_question_without_examples_is_known() -> None:
    known = {template.partition("{y}")[0].rstrip() for template in filled_templates()}
    asked = {
        task["zeroShot"]["template"] for task in shipped_tasks() if "zeroShot" in task and task["name"] not in FREE_TEXT
    }
    assert {question.replace("What is the capital of {x}?", "{x}") for question in asked} - known - {
        "{x} Answer:"
    } == set()


def test_a_prompt_and_its_answer_make_the_example() -> None:
    layout = Layout("Find it.", "Q: {x}\nA: {y}.", "\n")
    assert layout.prompt("one") + layout.answer("two") == layout.example("one", "two")


def test_no_word_of_a_rule_stays_open() -> None:
    for kind in KINDS:
        words = {"source": "English", "target": "French", "labels": "a, b", "choices": "a/b"}
        for seed in range(50):
            layout = draw_layout(Random(seed), kind, words)
            assert set("{}") & set(layout.example("1", "2")) == set()
