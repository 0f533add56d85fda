/// Traces: generated texts with every row of logits, which open without the model.
package kelvin.workspace.trace;
