/// Turns logits into distributions, cuts them stage by stage, and draws tokens. Uses no library.
package kelvin.distribution;
