/// Composes zero-shot and few-shot prompts from templates, layouts and examples.
package kelvin.prompt;
