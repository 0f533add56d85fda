/// Joins the features into the playground: what is asked, answered and selected.
package kelvin.ui.playground;
