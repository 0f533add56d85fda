/// Opens and runs second copies of the model, for all that is read from inside it.
@org.jspecify.annotations.NullMarked
package kelvin.ui.inside.copy;
