/// Joins the features to the playground: what is asked, answered and looked at.
package kelvin.ui.playground;
