/// Writes a sampler chain as settings of other tools.
package kelvin.distribution.export;
