/// Gives each side of Compare its model: the playground's, or another one that is opened beside it.
package kelvin.ui.compare.model;
