/// Turns tokens, bytes and the failures of others into text for readers.
package kelvin.text;
