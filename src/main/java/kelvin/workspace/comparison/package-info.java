/// Holds the two sides of the page Compare, as a session keeps them.
package kelvin.workspace.comparison;
