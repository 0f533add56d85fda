/// Every continuation of a prompt that was drawn, as a tree: what is kept of it, without what is
/// shown.
package kelvin.workspace.paths;
