package kelvin.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One of a few things to choose from, with its word in files and options. No word may change:
/// files and scripts of users have it.
public interface Choice {

  /// The word in files.
  String label();

  /// The word on the command line; that of files unless said otherwise.
  default String option() {
    return label();
  }

  /// The choice with this word, if there is one.
  static <C extends Choice> Optional<C> find(List<C> choices, String word) {
    return choices.stream()
        .filter(choice -> choice.label().equals(word) || choice.option().equals(word))
        .findFirst();
  }

  /// @throws IllegalArgumentException when there is none, as `must be a, b or c, was 'x'`
  static <C extends Choice> C of(List<C> choices, String word) {
    return find(choices, word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be " + alternatives(choices) + ", was '" + word + "'"));
  }

  private static String alternatives(List<? extends Choice> choices) {
    return choices.stream()
            .limit(choices.size() - 1L)
            .map(Choice::option)
            .collect(Collectors.joining(", "))
        + " or "
        + choices.getLast().option();
  }
}
