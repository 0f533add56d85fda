/// Lays the panels of the playground out in the room that the window has.
package kelvin.ui.shell.layout;
