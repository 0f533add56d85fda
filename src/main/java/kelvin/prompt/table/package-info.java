/// Imports examples from CSV, TSV and JSON Lines.
package kelvin.prompt.table;
