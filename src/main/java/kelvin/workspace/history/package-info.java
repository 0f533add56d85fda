/// Names changes and keeps them for undo and redo.
package kelvin.workspace.history;
