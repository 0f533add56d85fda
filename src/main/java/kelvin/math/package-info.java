/// Computes sums, exponentials and selections in double precision.
package kelvin.math;
