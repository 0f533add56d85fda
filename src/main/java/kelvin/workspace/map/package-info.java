/// The tokens that were chosen for a map.
package kelvin.workspace.map;
