/// Compares the ways to adapt the open model in the window: a form, and what came out.
package kelvin.ui.adapt.lab;
