/// Asks a prompt about each pair of a data set, and keeps what the model answers.
package kelvin.experiment.evaluation;
