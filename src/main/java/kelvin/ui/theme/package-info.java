/// Styles the window: themes, fonts, zoom.
package kelvin.ui.theme;
