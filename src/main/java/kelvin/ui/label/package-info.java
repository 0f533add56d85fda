/// Compares named answers under several normalisations.
package kelvin.ui.label;
