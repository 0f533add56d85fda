/// Reads and writes JSON files, whole or not at all, and names what is damaged in them.
package kelvin.workspace.file;
