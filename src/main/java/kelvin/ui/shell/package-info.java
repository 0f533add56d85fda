/// Builds the window around the pages: menus, shortcuts, exports.
package kelvin.ui.shell;
