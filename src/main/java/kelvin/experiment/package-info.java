/// Connects prompts with measurements: sweeps, prompt checks with the effects of fixes, and the
/// effects of examples.
package kelvin.experiment;
