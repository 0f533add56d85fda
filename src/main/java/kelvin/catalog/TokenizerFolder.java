package kelvin.catalog;

import java.nio.file.Path;
import kelvin.inference.ModelConfig;

/// The tokenizer of a model whose graph is elsewhere, and the facts beside it.
///
/// @param file the `tokenizer.json`, or the `vocab.json` of the older pair of files
public record TokenizerFolder(Path file, ModelConfig config) {}
