/// The parts that sweeps and evaluations have in common: the form, the list of results, the layout.
package kelvin.ui.lab.common;
