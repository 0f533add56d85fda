/// Compares the ways to adapt a model to labelled examples: one data set, one split, one measure.
package kelvin.experiment.adapt;
