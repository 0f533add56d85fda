/// Edits the sampler chain, the draw and the seed, and shows their effects in numbers.
package kelvin.ui.sampling;
