/// Evaluates answers of the engine: the next token's distribution through a sampler chain, its
/// draws, and its temperature film.
package kelvin.engine.next;
