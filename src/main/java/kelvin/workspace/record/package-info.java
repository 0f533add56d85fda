/// Opens a trace in place of a model: its rows of logits, its tokens and its text.
@NullMarked
package kelvin.workspace.record;

import org.jspecify.annotations.NullMarked;
