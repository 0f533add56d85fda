/// Writes fine-tuned models as folders, and reads what such a folder has more than others.
package kelvin.workspace.tuning;
