/// The command palette: finds anything that the window can do, by typing a part of its name.
package kelvin.ui.palette;
