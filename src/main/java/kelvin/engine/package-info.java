/// Answers requests for predictions on one thread: the latest wins, the rest is cancelled.
package kelvin.engine;
