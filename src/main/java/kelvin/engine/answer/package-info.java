/// Finds whole answers after a prompt with their exact joint probabilities.
package kelvin.engine.answer;
