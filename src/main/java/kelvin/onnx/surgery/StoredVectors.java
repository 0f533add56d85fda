package kelvin.onnx.surgery;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import kelvin.inference.inner.TokenVectors;

/// The vectors of tokens in the files of a graph, which are mapped, not read.
public final class StoredVectors implements TokenVectors {

  /// The number of tokens that one step of a pass over all takes.
  private static final int SLAB = 2048;

  private final StoredMatrix matrix;
  private final StoredNumbers numbers;
  private final Arena arena = Arena.ofShared();
  private final int count;
  private final int width;

  private StoredVectors(StoredMatrix matrix, Path folder) throws IOException {
    this.matrix = matrix;
    count = Math.toIntExact(matrix.tokens());
    width = Math.toIntExact(matrix.width());
    boolean complete = false;
    try {
      numbers = StoredNumbers.open(matrix, folder, arena);
      complete = true;
    } finally {
      if (!complete) {
        arena.close();
      }
    }
  }

  /// @param folder the folder of the files with the weights
  /// @throws IOException if a file is missing or too short
  public static StoredVectors open(StoredMatrix matrix, Path folder) throws IOException {
    return new StoredVectors(matrix, folder);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public float[] vector(int tokenId) {
    var vector = new float[width];
    if (matrix.byToken()) {
      numbers.read(tokenId, 0, vector, width);
    } else {
      var one = new float[1];
      for (int d = 0; d < width; d++) {
        numbers.read(tokenId, d, one, 1);
        vector[d] = one[0];
      }
    }
    return vector;
  }

  @Override
  public double[] products(float[] vector) {
    if (vector.length != width) {
      throw new IllegalArgumentException(vector.length + " numbers, not " + width);
    }
    var factors = new double[width];
    Arrays.setAll(factors, d -> vector[d]);
    return overAll(row -> dot(row, factors), (x, d) -> x * factors[d]);
  }

  @Override
  public double[] squares() {
    return overAll(StoredVectors::square, (x, _) -> x * x);
  }

  /// A sum over the numbers of one token.
  private interface RowSum {
    double of(float[] row);
  }

  /// The part of a token's sum that one number gives.
  private interface Term {
    double of(double number, int dimension);
  }

  private double[] overAll(RowSum rowSum, Term term) {
    var sums = new double[count];
    IntStream.range(0, (count + SLAB - 1) / SLAB)
        .parallel()
        .forEach(
            slab -> {
              int from = slab * SLAB;
              int to = Math.min(count, from + SLAB);
              if (matrix.byToken()) {
                sumRows(from, to, rowSum, sums);
              } else {
                sumColumns(from, to, term, sums);
              }
            });
    return sums;
  }

  private void sumRows(int from, int to, RowSum rowSum, double[] sums) {
    var row = new float[width];
    for (int token = from; token < to; token++) {
      numbers.read(token, 0, row, width);
      sums[token] = rowSum.of(row);
    }
  }

  private void sumColumns(int from, int to, Term term, double[] sums) {
    var part = new float[to - from];
    for (int d = 0; d < width; d++) {
      numbers.read(from, d, part, part.length);
      for (int i = 0; i < part.length; i++) {
        sums[from + i] += term.of(part[i], d);
      }
    }
  }

  /// Four sums at once, because each addition waits for the last one of its own sum only.
  private static double dot(float[] row, double[] factors) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i <= row.length - 4; i += 4) {
      first += row[i] * factors[i];
      second += row[i + 1] * factors[i + 1];
      third += row[i + 2] * factors[i + 2];
      fourth += row[i + 3] * factors[i + 3];
    }
    for (; i < row.length; i++) {
      first += row[i] * factors[i];
    }
    return (first + second) + (third + fourth);
  }

  private static double square(float[] row) {
    double first = 0;
    double second = 0;
    int i = 0;
    for (; i <= row.length - 2; i += 2) {
      first += (double) row[i] * row[i];
      second += (double) row[i + 1] * row[i + 1];
    }
    for (; i < row.length; i++) {
      first += (double) row[i] * row[i];
    }
    return first + second;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
