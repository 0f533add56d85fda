package kelvin.workspace.token;

import java.util.List;
import java.util.Optional;

/// Tokens that follow a prompt.
///
/// @param model the model that the ids belong to; they mean nothing in another vocabulary
public record Continuation(Optional<ModelReference> model, List<GeneratedToken> tokens) {

  /// No tokens.
  public static final Continuation NONE = new Continuation(Optional.empty(), List.of());

  public Continuation {
    tokens = List.copyOf(tokens);
  }
}
