package kelvin.workspace.comparison;

import java.util.Optional;

/// One side of a comparison.
///
/// @param prompt its own text; empty while it is the playground's prompt
/// @param sampling its own sampling; empty while it is the playground's
/// @param whole true if nothing is put before its own text, because a chat template wrote it with a
///     start token of its own
/// @param model the folder or the file of its own model; empty while it is the playground's
public record ComparedSide(
    Optional<String> prompt,
    Optional<OwnSampling> sampling,
    boolean whole,
    Optional<String> model) {

  /// The playground's prompt and sampling.
  public static final ComparedSide FOLLOWING = new ComparedSide(Optional.empty(), Optional.empty());

  /// A side whose text gets the start token that the user chose.
  public ComparedSide(Optional<String> prompt, Optional<OwnSampling> sampling) {
    this(prompt, sampling, false, Optional.empty());
  }

  /// The same side on another model.
  public ComparedSide on(Optional<String> another) {
    return new ComparedSide(prompt, sampling, whole, another);
  }

  /// A side with this text and the playground's sampling.
  public static ComparedSide of(String prompt) {
    return new ComparedSide(Optional.of(prompt), Optional.empty());
  }
}
