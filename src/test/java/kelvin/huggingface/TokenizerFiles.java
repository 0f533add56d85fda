package kelvin.huggingface;

import java.nio.file.Path;
import kelvin.inference.ModelLoadException;

/// Loads tokenizers for the tests of this package.
final class TokenizerFiles {

  private TokenizerFiles() {}

  static HuggingFaceTokenizer bundled() throws ModelLoadException {
    return load(
        Path.of(System.getProperty("kelvin.home", ""), "models", "kelvin-tiny", "tokenizer.json"));
  }

  static HuggingFaceTokenizer load(Path file) throws ModelLoadException {
    return HuggingFaceTokenizer.load(file, Path.of(System.getProperty("java.io.tmpdir"), "kelvin"));
  }
}
