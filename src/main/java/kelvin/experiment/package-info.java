/// Joins prompts with measuring: sweeps, checks of a prompt with the effects of fixes, and what
/// examples do to the answer.
package kelvin.experiment;
