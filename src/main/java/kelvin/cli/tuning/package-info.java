/// The work of `kelvin finetune`: a head, or weights.
package kelvin.cli.tuning;
