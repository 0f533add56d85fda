/// Defines the ports to models and tokenizers, with their errors and their cancellation.
package kelvin.inference;
