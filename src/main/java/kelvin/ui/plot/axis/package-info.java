/// Maps probabilities to places on an axis, linear or logarithmic, with round ticks.
package kelvin.ui.plot.axis;
