/// Adapts a model to labelled pairs: by a head on its features, or by training its weights.
package kelvin.experiment.tuning;
