"""Writes what Transformers makes of each template of this folder, next to it.

    python expected.py

It needs the packages transformers and jinja2. Each *.jinja is rendered with all inputs of
inputs.json, those of continued_inputs.json go to continued.json, and each line of expressions.txt with the input "question". A text that the template
gives is written as it is; an error as {"error": ...}, with the template's own words in "raised".
The clock stands at 2026-03-05 14:07:09.012345.
"""

import json
import logging
import pathlib
from datetime import datetime

import jinja2
import transformers
import transformers.utils.chat_template_utils as chat

HERE = pathlib.Path(__file__).parent
TOKENS = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>"}


class Clock(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2026, 3, 5, 14, 7, 9, 12345)


def render(template, given):
    given = dict(given)
    try:
        rendered, _ = chat.render_jinja_template(
            [given.pop("messages")],
            tools=given.pop("tools", None),
            documents=given.pop("documents", None),
            chat_template=template,
            add_generation_prompt=given.pop("add_generation_prompt", False),
            **TOKENS,
            **given,
        )
        return rendered[0]
    except jinja2.exceptions.TemplateError as error:
        # raise_exception raises the base class itself.
        kind = "raised" if type(error) is jinja2.exceptions.TemplateError else "error"
        return {kind: str(error)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def write(path, content):
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def read(path):
    return path.read_bytes().decode("utf-8")


def main():
    logging.disable(logging.CRITICAL)
    chat.datetime = Clock
    inputs = json.loads(read(HERE / "inputs.json"))
    for path in sorted(HERE.glob("*/*.jinja")):
        template = read(path)
        write(
            path.with_suffix(".json"),
            {name: render(template, given) for name, given in inputs.items()},
        )
    continued = json.loads(read(HERE / "continued_inputs.json"))
    write(
        HERE / "continued.json",
        {
            str(path.relative_to(HERE)): {
                name: render(read(path), given) for name, given in continued.items()
            }
            for path in sorted(HERE.glob("*/*.jinja"))
        },
    )
    lines = read(HERE / "expressions.txt").removesuffix("\n").split("\n")
    write(
        HERE / "expressions.json",
        {"versions": f"transformers {transformers.__version__}, jinja2 {jinja2.__version__}",
         "expected": [render(line, inputs["question"]) for line in lines]},
    )


if __name__ == "__main__":
    main()
