/// Holds what tools share that run the model in the background: the run, the line of fields and
/// buttons above it, and the table of its results.
package kelvin.ui.work;
