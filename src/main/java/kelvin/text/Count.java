package kelvin.text;

import java.util.Locale;

/// Writes counts the same everywhere, with a separator of thousands.
public final class Count {

  private Count() {}

  /// Such as `4,096`.
  public static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// A number of tokens in words: `1 token`, `4,096 tokens`.
  public static String tokens(long count) {
    return count == 1 ? "1 token" : of(count) + " tokens";
  }
}
