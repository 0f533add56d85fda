package kelvin.workspace;

import java.util.List;
import java.util.Optional;

/// Tokens that follow a prompt.
///
/// @param model whose ids they are: to another vocabulary they mean nothing
public record Continuation(Optional<ModelReference> model, List<GeneratedToken> tokens) {

  /// Nothing was generated.
  public static final Continuation NONE = new Continuation(Optional.empty(), List.of());

  public Continuation {
    tokens = List.copyOf(tokens);
  }
}
