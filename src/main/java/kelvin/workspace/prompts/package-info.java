/// The prompts that the user asked about lately, and the file that keeps them.
package kelvin.workspace.prompts;
