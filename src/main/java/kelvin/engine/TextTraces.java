package kelvin.engine;

import java.util.List;
import kelvin.text.Vocabulary;

/// Watched texts in the context that was answered last.
///
/// @param vocabulary of the model that was asked: ids mean nothing to another one
public record TextTraces(Vocabulary vocabulary, List<TextTrace> texts) {

  public TextTraces {
    texts = List.copyOf(texts);
  }
}
