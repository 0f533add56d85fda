package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import kelvin.inference.InferenceException;

/// Chosen tokens in the plane in which their vectors differ most: the first two principal
/// components of these vectors, whose mean is the origin.
///
/// @param firstShare the share of the variance along x, 0..1
/// @param secondShare the share of the variance along y, 0..1
public record TokenMap(List<Place> places, double firstShare, double secondShare) {

  /// The most tokens on a map.
  public static final int MAX_TOKENS = 200;

  /// The place of a token, in the units of its vector.
  public record Place(int id, double x, double y) {}

  public TokenMap {
    places = List.copyOf(places);
  }

  /// A map without tokens.
  public static TokenMap empty() {
    return new TokenMap(List.of(), 0, 0);
  }

  /// The share of the variance that the map shows.
  public double share() {
    return firstShare + secondShare;
  }

  /// @param ids each once
  /// @throws InferenceException if one has no vector, or if there are too many
  public static TokenMap of(TokenSpace space, List<Integer> ids) {
    if (ids.size() > MAX_TOKENS) {
      throw new InferenceException(
          "A map has at most " + MAX_TOKENS + " tokens, not " + ids.size() + ".");
    }
    var vectors = ids.stream().map(space::vector).toList();
    var products = centredProducts(vectors);
    var eigen = SymmetricEigen.of(products);
    double variance = 0;
    for (int i = 0; i < products.length; i++) {
      variance += products[i][i];
    }
    var x = axis(eigen, 0, ids.size());
    var y = axis(eigen, 1, ids.size());
    var places = new ArrayList<Place>();
    for (int i = 0; i < x.length; i++) {
      places.add(new Place(ids.get(i), x[i], y[i]));
    }
    return new TokenMap(places, share(eigen, 0, variance), share(eigen, 1, variance));
  }

  /// The dot products of all vectors after their mean is taken away. Tokens are few and dimensions
  /// many, so this matrix is smaller than that of the covariances and has the same axes.
  private static double[][] centredProducts(List<float[]> vectors) {
    int n = vectors.size();
    int width = n == 0 ? 0 : vectors.getFirst().length;
    var centred = new double[n][width];
    for (int d = 0; d < width; d++) {
      double mean = 0;
      for (var vector : vectors) {
        mean += vector[d];
      }
      mean /= n;
      for (int i = 0; i < n; i++) {
        centred[i][d] = vectors.get(i)[d] - mean;
      }
    }
    var products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        double sum = 0;
        for (int d = 0; d < width; d++) {
          sum += centred[i][d] * centred[j][d];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return products;
  }

  /// The places along an axis. An axis has no sign of its own: the place farthest from the middle
  /// is positive, of equally far ones the first.
  private static double[] axis(SymmetricEigen eigen, int index, int count) {
    var places = new double[count];
    if (index >= eigen.size() || eigen.value(index) <= 0) {
      return places;
    }
    double scale = Math.sqrt(eigen.value(index));
    var vector = eigen.vector(index);
    double farthest = 0;
    for (double number : vector) {
      // A little more, so that rounding does not choose between two that are equally far.
      if (Math.abs(number) > Math.abs(farthest) * (1 + 1e-9)) {
        farthest = number;
      }
    }
    for (int i = 0; i < count; i++) {
      places[i] = vector[i] * (farthest < 0 ? -scale : scale);
    }
    return places;
  }

  private static double share(SymmetricEigen eigen, int index, double variance) {
    return index >= eigen.size() || variance <= 0
        ? 0
        : Math.clamp(eigen.value(index) / variance, 0, 1);
  }
}
