package kelvin.remote.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.ModelConfig;
import kelvin.inference.server.ServerPlace;
import kelvin.remote.place.ServerAddress;
import kelvin.text.Vocabulary;

/// The facts about a model on a server that are known before it is asked.
///
/// @param place what the user gave: the address and the folder of the tokenizer
/// @param file that stands for the model; see `ServerFile`
/// @param config the facts in the folder of the tokenizer
/// @param probeIds four ordinary token ids
/// @param sampleIds the ids of `SAMPLE` by the tokenizer here; empty if it cannot encode it
/// @param vocabulary the tokens of the tokenizer
public record RemoteSetup(
    ServerAddress address,
    ServerPlace place,
    Path file,
    ModelConfig config,
    List<Integer> probeIds,
    List<Integer> sampleIds,
    Vocabulary vocabulary) {

  /// A text that tokenizers split differently: words, spaces, digits, and letters beyond ASCII.
  public static final String SAMPLE = "The cat sat on 3 mats,  in 2026: naïve – 日本語!\n";

  public RemoteSetup {
    probeIds = List.copyOf(probeIds);
    sampleIds = List.copyOf(sampleIds);
  }

  /// The ids to try the model with.
  public int[] probes() {
    return probeIds.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The number of all tokens: as the model's files say, else those of the tokenizer.
  public int vocabularySize() {
    return config.vocabularySize().orElse(vocabulary.size());
  }

  /// The same with another length of the context.
  public RemoteSetup withContextLength(OptionalInt length) {
    return new RemoteSetup(
        address, place, file, config.withContextLength(length), probeIds, sampleIds, vocabulary);
  }
}
