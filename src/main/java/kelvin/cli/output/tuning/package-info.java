/// The answers of fine-tuning and of a model's head.
package kelvin.cli.output.tuning;
