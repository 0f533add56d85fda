package kelvin.engine;

import java.util.List;
import kelvin.text.Vocabulary;

/// The watched texts in the context that was answered last.
///
/// @param vocabulary the vocabulary of the model; the ids are only valid for it
public record TextTraces(Vocabulary vocabulary, List<TextTrace> texts) {

  public TextTraces {
    texts = List.copyOf(texts);
  }
}
