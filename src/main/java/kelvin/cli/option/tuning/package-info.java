/// The options of fine-tuning.
package kelvin.cli.option.tuning;
