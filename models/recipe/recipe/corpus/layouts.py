"""The forms of examples. A template is written as in Kelvin's task files, with {x} and {y}."""

from dataclasses import dataclass
from random import Random

SEPARATORS = ["\n", "\n", "\n", "\n", "\n\n", "\n\n"]

_SIGNS = ["->", "->", "→", "→", "=>", "=", ":", ":", "|", "-", "//", ">", "means", "~"]

_NAMES = [
    ("Q", "A"),
    ("Q", "A"),
    ("Question", "Answer"),
    ("Input", "Output"),
    ("Input", "Output"),
    ("In", "Out"),
    ("Text", "Label"),
    ("Word", "Answer"),
    ("Example", "Result"),
    ("x", "y"),
    ("First", "Second"),
    ("Problem", "Solution"),
    ("Key", "Value"),
]

_SENTENCE_NAMES = [
    ("Review", "Sentiment"),
    ("Text", "Label"),
    ("Sentence", "Class"),
    ("Text", "Answer"),
    ("Input", "Label"),
]

KINDS: dict[str, list[tuple[str, str]]] = {
    "math": [("", "Q: {x} = ?\nA: {y}")] * 4
    + [("", "{x} = {y}")] * 3
    + [
        ("", "Q: {x}\nA: {y}"),
        ("", 'Input: "{x} = {y}"'),
        ("", "Q: What is {x}?\nA: {y}"),
        ("", "What is {x}? Answer: {y}"),
        ("", "What is {x}? Answer: {y}"),
        ("", "{x} -> {y}"),
        ("", "{x} → {y}"),
        ("", "{x}: {y}"),
        ("", "Input: {x}\nOutput: {y}"),
        ("Find the rule.", "Q: {x} = ?\nA: {y}"),
        ("", "{x} is {y}."),
    ],
    "plain": [],
    "recall": [("", "{x} -> {y}")] * 3
    + [("", "{x}: {y}"), ("", "{x} = {y}"), ("", "The word for {x} is {y}."), ("", "{x} lives with {y}.")],
    "translation": [
        ("Translate {source} to {target}.", "{source}: {x}\n{target}: {y}"),
        ("", "{source}: {x}\n{target}: {y}"),
        ("Translate to {target}:", "{x} → {y}"),
        ("", "{x} → {y}"),
        ("", "{x} -> {y}"),
        ("", 'Input: "{x}" → "{y}"'),
        ("", 'Input: "{x}" → "{y}"'),
        ("", "Translate to {target}: {x} → {y}"),
        ("", "Translate to {target}: {x} → {y}"),
        ("", "Translate {source} to {target}: {x} → {y}"),
        ("", "Q: What is {x} in {target}?\nA: {y}"),
        ("", "{x} in {target} is {y}."),
    ],
    "antonym": [
        ("Write the opposite.", "{x} -> {y}"),
        ("", "The opposite of {x} is {y}."),
        ("", "Word: {x}\nOpposite: {y}"),
        ("", "{x} -> {y}"),
        ("", "Q: What is the opposite of {x}?\nA: {y}"),
        ("Write the opposite of each word.", "{x}: {y}"),
    ],
    "capital": [
        ("", "The capital of {x} is {y}."),
        ("", "Q: What is the capital of {x}?\nA: {y}"),
        ("", "What is the capital of {x}? Answer: {y}"),
        ("", "Country: {x}\nCapital: {y}"),
        ("Name the capital.", "{x} -> {y}"),
        ("", "Q: {x}\nA: {y}"),
        ("", "{x}: {y}"),
    ],
    "continent": [
        ("", "{x} -> {y}"),
        ("", "{x} is in {y}."),
        ("", "Country: {x}\nContinent: {y}"),
        ("", "{x}: {y}"),
        ("", "Q: Which continent is {x} in?\nA: {y}"),
    ],
    "plural": [
        ("", "one {x}, two {y}"),
        ("", "One: {x}\nMany: {y}"),
        ("", "{x} -> {y}"),
        ("Write the plural.", "{x}: {y}"),
    ],
    "past": [
        ("", "today: {x}, yesterday: {y}"),
        ("", "Today I {x}. Yesterday I {y}."),
        ("", "{x} -> {y}"),
        ("Write the past tense.", "{x}: {y}"),
    ],
    "comparative": [("", "{x} => {y}"), ("", "{x}, {y}"), ("", "{x} -> {y}"), ("", "This is {x}, but that is {y}.")],
    "color": [
        ("", "The color of {x} is {y}."),
        ("", "Q: What color is {x}?\nA: {y}"),
        ("", "{x}: {y}"),
        ("", "{x} -> {y}"),
    ],
    "kind": [
        ("", "{x} is a kind of {y}."),
        ("", "{x} is a kind of {y}."),
        ("", "{x}: {y}"),
        ("", "{x} -> {y}"),
        ("", "Word: {x}\nKind: {y}"),
        ("", "A {x} is a {y}."),
        ("What kind of thing is it?", "{x} -> {y}"),
        ("", "Q: What kind of thing is {x}?\nA: {y}"),
        ("", "{x} Kind: [{choices}] → {y}"),
    ],
    "rhyme": [("", "{x} rhymes with {y}."), ("", "{x} - {y}")],
    "unscramble": [("Put the letters in order.", "{x} -> {y}"), ("", "{x} -> {y}"), ("", "Letters: {x}\nWord: {y}")],
    "first letter": [
        ("", "{x} : {y}"),
        ("", "{x} -> {y}"),
        ("", "{x} starts with {y}."),
        ("Write the first letter.", "{x}: {y}"),
    ],
    "sentiment": [("", "Review: {x}\nSentiment: {y}")] * 3
    + [("", "{x} Sentiment: {y}")] * 2
    + [
        ("", 'Input: "{x}"\nOutput: {y}'),
        ("", 'Input: "{x}"\nOutput: {y}'),
        ("", "Text: {x}\nLabel: {y}"),
        ("Classify the sentiment of each review.", "Review: {x}\nSentiment: {y}"),
        ("", "{x} → {y}"),
        ("", "{x} // {y}"),
        ("", "{x} Sentiment: [{choices}] → {y}"),
        ("", "{x} Sentiment: [{labels}] → {y}"),
        ("", "{x} Sentiment: [{choices}] {y}"),
        ("", "{x}\n{y}"),
    ],
    "topic": [("", "Text: {x}\nTopic: {y}")] * 3
    + [
        ("", "{x} Topic: {y}"),
        ("", "{x} Topic: {y}"),
        ("", "{x} Topic: [{labels}] → {y}"),
        ("", "{x} Topic: [{choices}] → {y}"),
        ("", "{x} Topic: [{choices}] {y}"),
        ("", "Article: {x}\nTopic: {y}"),
        ("", "{x} → {y}"),
        ("Name the topic of each text.", "Text: {x}\nTopic: {y}"),
    ],
    "language": [("", "{x} Language: {y}")] * 3
    + [
        ("", "{x} Language: [{labels}] → {y}"),
        ("", "{x} Language: [{choices}] {y}"),
        ("", "Text: {x}\nLanguage: {y}"),
        ("", "{x} → {y}"),
        ("Which language is it?", "{x} Language: {y}"),
        ("", "{x} is {y}"),
    ],
    "question": [("", "Q: {x}\nA: {y}")] * 3
    + [("", "{x} Answer: {y}")] * 3
    + [
        ("", "Question: {x}\nAnswer: {y}"),
        ("", "{x}\n{y}"),
        ("Answer the question.", "Q: {x}\nA: {y}"),
        ("", "Input: {x}\nOutput: {y}"),
    ],
    "logic": [
        ("", "Q: {x} True or false?\nA: {y}"),
        ("", "{x} True or false? Answer: {y}"),
        ("", "{x} True or false?\n{y}"),
        ("", "{x} True or false? {y}"),
        ("True or false?", "{x} -> {y}"),
    ],
}
"""Instructions and templates by the kind of rule. What the shipped tasks and the lecture notes use is among them."""

_SENTENCES = {"sentiment", "topic", "language"}


@dataclass(frozen=True)
class Layout:
    """The form in which the examples of one text are written."""

    instruction: str
    template: str
    separator: str

    def example(self, x: str, y: str) -> str:
        """An example with its answer."""
        return self.template.replace("{x}", x).replace("{y}", y)

    def prompt(self, x: str) -> str:
        """An example up to the white space before its answer, which belongs to the answer's first token."""
        return self.template.partition("{y}")[0].replace("{x}", x).rstrip()

    def answer(self, y: str) -> str:
        """The answer with the white space before it and the first character that ends it."""
        before, _, after = self.template.partition("{y}")
        return before[len(before.rstrip()) :] + y + (after + self.separator)[:1]

    def join(self, examples: list[str]) -> str:
        """The instruction, if there is one, and the examples."""
        return (self.instruction + "\n" if self.instruction else "") + self.separator.join(examples)


def draw_layout(rng: Random, kind: str, words: dict[str, str]) -> Layout:
    """A layout of the kind's own or a common one, with the rule's words filled in."""
    own = KINDS[kind]
    instruction, template = rng.choice(own) if own and rng.random() < 0.7 else ("", _common(rng, kind))
    for name, word in words.items():
        instruction, template = instruction.replace(f"{{{name}}}", word), template.replace(f"{{{name}}}", word)
    return Layout(instruction, template, rng.choice(SEPARATORS))


def _common(rng: Random, kind: str) -> str:
    quote = '"' if rng.random() < 0.15 else ""
    x, y = f"{quote}{{x}}{quote}", (f"{quote}{{y}}{quote}" if rng.random() < 0.7 else "{y}")
    draw = rng.random()
    if draw < 0.45:
        first, second = rng.choice(_SENTENCE_NAMES if kind in _SENTENCES and rng.random() < 0.5 else _NAMES)
        between = rng.choice(["\n", "\n", "\n", " ", ", "])
        return f"{first}: {x}{between}{second}: {y}"
    if draw < 0.9:
        return f"{x} {rng.choice(_SIGNS)} {y}"
    return f"{x}: {y}" if draw < 0.96 else f"({x}, {y})"
