/// Plain controls and the formatting of numbers, shared by all features.
package kelvin.ui.control;
