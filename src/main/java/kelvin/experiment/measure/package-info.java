/// Measures how good, how sure and how honest decisions between labels are; pure numbers.
package kelvin.experiment.measure;
