/// Stores the settings of the window.
package kelvin.workspace.settings;
