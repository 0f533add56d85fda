/// Chooses and opens models beside the playground's.
package kelvin.ui.model.beside;
