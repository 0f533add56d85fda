package kelvin.workspace.comparison;

import java.util.Optional;

/// One side of a comparison.
///
/// @param prompt its own text; empty while it is the playground's prompt
/// @param sampling its own sampling; empty while it is the playground's
public record ComparedSide(Optional<String> prompt, Optional<OwnSampling> sampling) {

  /// The playground's prompt and sampling.
  public static final ComparedSide FOLLOWING = new ComparedSide(Optional.empty(), Optional.empty());

  /// A side with this text and the playground's sampling.
  public static ComparedSide of(String prompt) {
    return new ComparedSide(Optional.of(prompt), Optional.empty());
  }
}
