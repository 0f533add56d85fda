/// Holds the choices of how numbers are shown, for the window, the command line and files alike.
package kelvin.display;
