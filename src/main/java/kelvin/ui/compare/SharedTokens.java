package kelvin.ui.compare;

import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Remembers whether two vocabularies share their ids, because to compare them reads every token.
final class SharedTokens {

  private @Nullable Vocabulary one;
  private @Nullable Vocabulary other;
  private boolean shared;

  /// True if each id that both have is the same token in both; false while one is missing.
  boolean areShared(@Nullable Vocabulary a, @Nullable Vocabulary b) {
    if (a == null || b == null) {
      return false;
    }
    if (a == b) {
      return true;
    }
    if (a != one || b != other) {
      one = a;
      other = b;
      shared = a.sharesIdsWith(b);
    }
    return shared;
  }
}
