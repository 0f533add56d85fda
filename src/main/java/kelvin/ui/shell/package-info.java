/// Builds the window around the pages: menus, shortcuts and exports.
package kelvin.ui.shell;
