package kelvin.engine.inside;

import kelvin.inference.inner.TokenVectors;

/// Vectors in arrays, with plain loops.
public final class ArrayVectors implements TokenVectors {

  private final float[][] rows;

  public ArrayVectors(float[]... rows) {
    this.rows = rows.clone();
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  public int width() {
    return rows[0].length;
  }

  @Override
  public float[] vector(int tokenId) {
    return rows[tokenId].clone();
  }

  @Override
  public double[] products(float[] vector) {
    var products = new double[rows.length];
    for (int id = 0; id < rows.length; id++) {
      for (int d = 0; d < vector.length; d++) {
        products[id] += (double) rows[id][d] * vector[d];
      }
    }
    return products;
  }

  @Override
  public double[] squares() {
    var squares = new double[rows.length];
    for (int id = 0; id < rows.length; id++) {
      for (float number : rows[id]) {
        squares[id] += (double) number * number;
      }
    }
    return squares;
  }

  @Override
  public void close() {
    // arrays need no close
  }
}
