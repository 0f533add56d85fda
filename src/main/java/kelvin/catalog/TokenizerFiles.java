package kelvin.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.ModelLoadException;

/// Finds the tokenizer of a model folder, and explains what to do if there is none.
public final class TokenizerFiles {

  private TokenizerFiles() {}

  /// Finds a `tokenizer.json`, or a `vocab.json` with its `merges.txt`.
  static Optional<Path> find(Path folder) {
    var whole = folder.resolve("tokenizer.json");
    if (Files.exists(whole)) {
      return Optional.of(whole);
    }
    var vocabulary = folder.resolve("vocab.json");
    return Files.isRegularFile(vocabulary) && Files.isRegularFile(folder.resolve("merges.txt"))
        ? Optional.of(vocabulary)
        : Optional.empty();
  }

  /// The error for a folder without a tokenizer.
  public static ModelLoadException missing(Path folder) {
    return new ModelLoadException(
        folder.resolve("tokenizer.json"),
        "the model has no tokenizer: this file is missing.",
        remedy(folder));
  }

  private static String remedy(Path folder) {
    return Files.isRegularFile(folder.resolve("tokenizer.model"))
        ? "Make it from tokenizer.model: pip install transformers sentencepiece protobuf,"
            + " then python -c \"from transformers import AutoTokenizer as T;"
            + " T.from_pretrained('.').save_pretrained('.')\" in that folder."
        : "Copy it from the model's page.";
  }
}
