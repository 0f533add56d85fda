/// Shows the logit lens of the visible distribution: the layers of the model as a film.
package kelvin.ui.distribution.layers;
