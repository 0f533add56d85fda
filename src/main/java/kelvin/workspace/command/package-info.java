/// Writes an answer of the window as the command line that gives it again.
package kelvin.workspace.command;
