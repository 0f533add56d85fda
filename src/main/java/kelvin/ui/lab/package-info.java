/// Runs sweeps over examples and shows their results.
package kelvin.ui.lab;
