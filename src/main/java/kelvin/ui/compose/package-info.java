/// Edits the prompt in three ways: text, zero-shot, few-shot, with its labels.
package kelvin.ui.compose;
