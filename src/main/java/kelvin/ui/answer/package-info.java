/// Shows whole answers after the prompt with their joint probabilities.
package kelvin.ui.answer;
