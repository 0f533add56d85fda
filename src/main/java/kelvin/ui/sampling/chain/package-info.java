/// Holds the sampler chain while it is edited: its stages, their settings and reports.
package kelvin.ui.sampling.chain;
