/// Reads and writes complete JSON files, and names the damage in them.
package kelvin.workspace.file;
