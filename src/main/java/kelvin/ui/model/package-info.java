/// Opens models and shows their details.
package kelvin.ui.model;
