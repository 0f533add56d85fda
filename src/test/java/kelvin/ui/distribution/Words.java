package kelvin.ui.distribution;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import kelvin.text.Vocabulary;

/// Small vocabularies.
final class Words {

  private Words() {}

  static Vocabulary of(String... tokens) {
    var pieces =
        Arrays.stream(tokens)
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    return new Vocabulary(pieces, new BitSet());
  }
}
