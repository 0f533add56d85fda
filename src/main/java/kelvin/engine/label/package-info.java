/// Scores labels after prompts, many in one sweep over their shared prefixes.
package kelvin.engine.label;
