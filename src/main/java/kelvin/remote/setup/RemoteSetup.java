package kelvin.remote.setup;

import java.nio.file.Path;
import kelvin.inference.ModelConfig;
import kelvin.remote.place.ServerAddress;

/// What is known about a model on a server before it is asked.
///
/// @param file that stands for the model; see `ServerFile`
/// @param config the facts in the folder of the tokenizer
/// @param probeIds four ordinary token ids
/// @param vocabularySize the number of tokens of the tokenizer
public record RemoteSetup(
    ServerAddress address, Path file, ModelConfig config, int[] probeIds, int vocabularySize) {}
