/// Reads templates: from characters to tokens, and from tokens to statements and expressions. White
/// space is treated as Transformers does, with `trim_blocks` and `lstrip_blocks`.
package kelvin.text.template.syntax;
