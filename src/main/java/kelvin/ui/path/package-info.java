/// The page Paths: all continuations of a prompt as a tree.
package kelvin.ui.path;
