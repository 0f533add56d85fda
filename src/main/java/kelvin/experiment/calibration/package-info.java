/// Fits corrections of shares, thresholds and sets of labels on one part of the data, for another.
package kelvin.experiment.calibration;
