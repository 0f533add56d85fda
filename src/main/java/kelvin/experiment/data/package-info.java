/// Reads data sets: labelled pairs in two parts, one to learn from and one to judge on.
package kelvin.experiment.data;
