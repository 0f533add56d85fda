/// Finds what may be wrong with a prompt and proposes fixes.
package kelvin.prompt.lint;
