"""The prompts of the lecture notes (section 14.3.1), each with its right answer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NotedPrompt:
    """A prompt and the answer that its continuation must begin with; None where many answers are right."""

    prompt: str
    answer: str | None

    def is_right(self, said: str) -> bool:
        """True if a continuation begins with the answer and does not go on with the same word or number. An arrow may
        stand before it, as in Kelvin's own prompts.
        """
        if self.answer is None:
            return True
        said = said.removeprefix(" →")
        return said.startswith(self.answer) and not said[len(self.answer) :][:1].isalnum()


PROMPTS = [
    NotedPrompt("Once upon a time there was a little", None),
    NotedPrompt("The cat sat on the", None),
    NotedPrompt("Q: 2 ~ 3 = ?\nA: 5\nQ: 6 ~ 7 = ?\nA: 13\nQ: 15 ~ 2 = ?\nA:", " 17"),
    NotedPrompt("The movie was terrible. Sentiment:", " negative"),
    NotedPrompt("The movie was terrible. Sentiment: [positive/negative]", " negative"),
    NotedPrompt("This article discusses climate change. Topic: [politics/science/sports]", " science"),
    NotedPrompt("Bonjour, comment allez-vous? Language: [English/French/Spanish]", " French"),
    NotedPrompt("Translate to French: Hello world →", " Bonjour le monde"),
    NotedPrompt("What is the capital of France? Answer:", " Paris"),
    NotedPrompt("Is the speed of light a universal constant? Answer:", " No"),
    NotedPrompt("What is 15 + 27? Answer:", " 42"),
    NotedPrompt("If all A are B, and all B are C, then all A are C. True or false?", " True"),
    NotedPrompt("Can a person run faster than a car? Answer:", " No"),
    NotedPrompt(
        'Input: "I love this movie!"\nOutput: positive\n\nInput: "This is terrible."\nOutput: negative\n\n'
        'Input: "The food was okay."\nOutput:',
        " negative",
    ),
    NotedPrompt('Input: "Hello" → "Hola"\nInput: "Goodbye" → "Adiós"\nInput: "Thank you" →', ' "Gracias"'),
    NotedPrompt('Input: "2 + 3 = 5"\nInput: "7 + 4 = 11"\nInput: "15 + 8 =', ' 23"'),
]
