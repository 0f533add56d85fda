/// Passes values from other threads to the JavaFX thread, paces animations, and keeps results of
/// what did not change.
package kelvin.ui.fx;
