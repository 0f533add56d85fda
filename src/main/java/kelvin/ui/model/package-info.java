/// Opens models and reports what is known of them.
package kelvin.ui.model;
