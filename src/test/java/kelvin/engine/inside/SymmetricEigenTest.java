package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Eigenvalues and eigenvectors satisfy their definition. The axes of a map are made of them.
final class SymmetricEigenTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 17, 60})
  void everyVectorIsMultipliedByItsValueAndAllAreOrthonormal(int n) {
    var random = new Random(n);
    var matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        matrix[i][j] = random.nextGaussian();
        matrix[j][i] = matrix[i][j];
      }
    }

    var eigen = SymmetricEigen.of(matrix);

    for (int k = 0; k < n; k++) {
      var vector = eigen.vector(k);
      for (int i = 0; i < n; i++) {
        assertEquals(eigen.value(k) * vector[i], dot(matrix[i], vector), 1e-11);
      }
      for (int other = 0; other < n; other++) {
        assertEquals(other == k ? 1 : 0, dot(vector, eigen.vector(other)), 1e-12);
      }
      assertTrue(k == 0 || eigen.value(k - 1) >= eigen.value(k));
    }
  }

  private static double dot(double[] some, double[] others) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += some[i] * others[i];
    }
    return sum;
  }

  @Test
  void aMatrixOfTwoRowsHasTheValuesOfTheClosedForm() {
    var eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 4}});

    assertEquals(3 + Math.sqrt(2), eigen.value(0), 1e-14);
    assertEquals(3 - Math.sqrt(2), eigen.value(1), 1e-14);
  }

  @Test
  void hugeAndTinyNumbersAndEqualValuesConverge() {
    var huge = SymmetricEigen.of(new double[][] {{1e150, 1e149}, {1e149, 1e-150}});
    var equal = SymmetricEigen.of(new double[][] {{7, 0, 0}, {0, 7, 0}, {0, 0, 7}});

    assertTrue(huge.value(0) > 1e150);
    assertEquals(7, equal.value(2));
  }
}
