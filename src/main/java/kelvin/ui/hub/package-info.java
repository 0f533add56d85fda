/// Finds models on a hub and fetches them, in a dialog beside the window.
package kelvin.ui.hub;
