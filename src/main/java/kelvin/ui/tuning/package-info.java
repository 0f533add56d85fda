/// Fine-tunes the open model in the window: a form, what moves while it learns, and what came out.
package kelvin.ui.tuning;
