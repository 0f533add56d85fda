/// Reads and writes comparisons of the ways to adapt a model as JSON.
package kelvin.workspace.adaptation;
