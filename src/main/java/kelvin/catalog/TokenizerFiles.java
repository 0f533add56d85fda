package kelvin.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelLoadException;

/// Finds the tokenizer of a model folder, and explains what to do if there is none.
public final class TokenizerFiles {

  private static final String VOCABULARY = "vocab.json";
  private static final String MERGES = "merges.txt";
  private static final List<String> SETTINGS =
      List.of("tokenizer_config.json", "special_tokens_map.json");

  private TokenizerFiles() {}

  /// All files that affect how a tokenizer is read, present or not: the file itself first.
  public static List<Path> allOf(Path tokenizer) {
    var files = new ArrayList<Path>();
    files.add(tokenizer);
    files.add(tokenizer.resolveSibling(MERGES));
    SETTINGS.forEach(name -> files.add(tokenizer.resolveSibling(name)));
    return files;
  }

  /// Finds a `tokenizer.json`, or a `vocab.json` with its `merges.txt`.
  static Optional<Path> find(Path folder) {
    var whole = folder.resolve("tokenizer.json");
    if (Files.exists(whole)) {
      return Optional.of(whole);
    }
    var vocabulary = folder.resolve(VOCABULARY);
    return Files.exists(vocabulary) && Files.exists(folder.resolve(MERGES))
        ? Optional.of(vocabulary)
        : Optional.empty();
  }

  /// Checks the files of a tokenizer, and the settings beside it, before a parser reads them.
  static void check(Path tokenizer) throws ModelLoadException {
    FileContent.check(tokenizer);
    ModelJsonLimits.check(tokenizer, ModelJsonLimits.TOKENIZER);
    if (tokenizer.endsWith(VOCABULARY)) {
      ModelJsonLimits.checkSize(tokenizer.resolveSibling(MERGES), ModelJsonLimits.TOKENIZER);
    }
    for (var name : SETTINGS) {
      var file = tokenizer.resolveSibling(name);
      if (Files.exists(file)) {
        ModelJsonLimits.check(file, ModelJsonLimits.SETTINGS);
      }
    }
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
