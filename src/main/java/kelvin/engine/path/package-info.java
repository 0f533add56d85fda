/// Walks through the texts after a context, the most probable one first: what such searches share.
package kelvin.engine.path;
