/// Adapts the Hugging Face tokenizers to Kelvin's port.
package kelvin.huggingface;
