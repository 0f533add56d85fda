/// Records in the place of models: their names, and the rows that they have.
@NullMarked
package kelvin.inference.record;

import org.jspecify.annotations.NullMarked;
