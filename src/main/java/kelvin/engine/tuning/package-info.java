/// Trains the weights of a model on texts: batches, schedule, optimiser, early stopping and
/// checkpoints.
package kelvin.engine.tuning;
