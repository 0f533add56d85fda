/// Passes values from other threads to the JavaFX thread and paces animations.
package kelvin.ui.fx;
