/// Recognises regular expressions whose search can take for ever.
package kelvin.huggingface.regex;
