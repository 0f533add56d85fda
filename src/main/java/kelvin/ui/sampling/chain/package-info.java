/// Holds the sampler chain during editing: its stages, their settings and reports.
package kelvin.ui.sampling.chain;
