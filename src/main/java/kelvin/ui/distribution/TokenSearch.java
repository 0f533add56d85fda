package kelvin.ui.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kelvin.distribution.Logits;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;

/// Finds tokens by id or by text, with white space visible or not.
///
/// Lower-case input ignores case; input with a capital matches exactly.
///
/// @param logits whose ranks are returned
/// @param text to search for; digits alone also find the token with that id
record TokenSearch(Logits logits, Vocabulary vocabulary, String text) {

  /// @param search the search that was run
  /// @param ranks of the tokens found, 1-based, ascending
  record Found(TokenSearch search, List<Integer> ranks) {}

  Found run() {
    var wanted = VisibleText.of(text);
    boolean anyCase = wanted.equals(wanted.toLowerCase(Locale.ROOT));
    int id = id();
    int[] ranks = new int[logits.count()];
    int found = 0;
    for (int rank = 1; rank <= logits.count(); rank++) {
      int tokenId = logits.tokenAtRank(rank);
      if (tokenId == id || contains(vocabulary.visibleText(tokenId), wanted, anyCase)) {
        ranks[found++] = rank;
      }
    }
    return new Found(this, Arrays.stream(ranks, 0, found).boxed().toList());
  }

  private static boolean contains(String visible, String wanted, boolean anyCase) {
    int last = visible.length() - wanted.length();
    for (int i = 0; i <= last; i++) {
      if (visible.regionMatches(anyCase, i, wanted, 0, wanted.length())) {
        return true;
      }
    }
    return false;
  }

  /// The id that the text stands for, or −1.
  private int id() {
    try {
      return Integer.parseInt(text.startsWith("#") ? text.substring(1) : text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
