/// Compares what two models say about one text.
package kelvin.engine.pair;
