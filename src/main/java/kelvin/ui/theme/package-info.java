/// Styles the window: themes, fonts and zoom.
package kelvin.ui.theme;
