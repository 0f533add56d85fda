package kelvin.engine.inside;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import kelvin.text.Vocabulary;

/// Vocabularies of a few given texts.
public final class Words {

  private Words() {}

  public static Vocabulary of(String... texts) {
    var pieces = new byte[texts.length][];
    for (int id = 0; id < texts.length; id++) {
      pieces[id] = texts[id].getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }
}
