/// Defines the display settings that the window, the command line and files share.
package kelvin.display;
