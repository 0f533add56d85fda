package kelvin.engine.inside;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.inner.TokenVectors.Matrix;

/// The vectors of a model's tokens in its input embedding and in its output matrix. A model may
/// show one of them, both or none, and both may be the same.
public final class TokenSpaces implements AutoCloseable {

  private final Map<Matrix, TokenSpace> spaces = new EnumMap<>(Matrix.class);
  private final Map<Matrix, String> problems;
  private final boolean same;

  /// The matrices in the files of a model, before anything is computed.
  ///
  /// @param problems the reason for each matrix that the model does not show, as a sentence
  record Found(Map<Matrix, TokenVectors> vectors, Map<Matrix, String> problems) {

    static Found in(LoadedModel loaded) {
      var vectors = new EnumMap<Matrix, TokenVectors>(Matrix.class);
      var problems = new EnumMap<Matrix, String>(Matrix.class);
      for (var matrix : Matrix.values()) {
        try {
          vectors.put(matrix, Features.insideOf(loaded).openVectors(matrix));
        } catch (InferenceException e) {
          problems.put(matrix, String.valueOf(e.getMessage()));
        }
      }
      return new Found(vectors, problems);
    }

    void close() {
      vectors.values().forEach(TokenVectors::close);
    }
  }

  /// Computes the lengths of all vectors. Takes ownership of what was found.
  TokenSpaces(Found found) {
    found.vectors().forEach((matrix, vectors) -> spaces.put(matrix, new TokenSpace(vectors)));
    problems = found.problems();
    var input = spaces.get(Matrix.INPUT);
    var output = spaces.get(Matrix.OUTPUT);
    same = input != null && output != null && input.isSameAs(output);
  }

  /// The matrices that the model shows. Of two that are the same, only the input.
  public List<Matrix> matrices() {
    return spaces.keySet().stream()
        .filter(matrix -> !(same && matrix == Matrix.OUTPUT))
        .sorted()
        .toList();
  }

  /// True if both matrices are shown and are the same.
  public boolean isSame() {
    return same;
  }

  /// The vectors of a matrix; empty if the model does not show it.
  public Optional<TokenSpace> space(Matrix matrix) {
    return Optional.ofNullable(spaces.get(matrix));
  }

  /// The reason why a matrix is not shown; empty if it is.
  public String problem(Matrix matrix) {
    return problems.getOrDefault(matrix, "");
  }

  @Override
  public void close() {
    spaces.values().forEach(TokenSpace::close);
  }
}
