/// Plain controls and the spelling of numbers, shared by all features.
package kelvin.ui.control;
