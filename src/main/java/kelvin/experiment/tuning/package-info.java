/// Adapts a model to labelled pairs by a head on its features.
package kelvin.experiment.tuning;
