/// Finds common mistakes in a prompt and proposes fixes.
package kelvin.prompt.lint;
