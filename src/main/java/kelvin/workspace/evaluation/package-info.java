/// Reads and writes evaluations as JSON.
package kelvin.workspace.evaluation;
