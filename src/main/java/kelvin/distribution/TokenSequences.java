package kelvin.distribution;

import java.util.List;

/// Checks and matches the sequences of token ids in settings.
final class TokenSequences {

  private TokenSequences() {}

  static List<Integer> checked(String name, List<Integer> sequence) {
    if (sequence.isEmpty() || sequence.stream().anyMatch(id -> id < 0)) {
      throw new IllegalArgumentException(name + " needs token ids, 0 or greater, was " + sequence);
    }
    return List.copyOf(sequence);
  }

  /// Returns whether the text ends with all tokens of the sequence except its last one.
  static boolean canComplete(List<Integer> sequence, TokenHistory history) {
    return sequence.size() == 1
        || history.endsBefore(sequence.stream().mapToInt(Integer::intValue).toArray());
  }
}
