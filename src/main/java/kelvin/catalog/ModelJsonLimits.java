package kelvin.catalog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;
import kelvin.inference.PlainFile;

/// Limits the size and the depth of JSON before a parser reads it. A parser takes some twenty times
/// the size of the file in memory, and each level of nesting takes part of a stack.
final class ModelJsonLimits {

  /// For configurations and settings. The largest have a megabyte, most of it a table of special
  /// tokens.
  static final long SETTINGS = 16L << 20;

  /// For a tokenizer. The largest known has 35 MB: 262,144 tokens and 580,604 merges.
  static final long TOKENIZER = 64L << 20;

  /// Real files have up to ten levels. The tokenizer library stops at 128.
  private static final int MAX_DEPTH = 64;

  private static final String REMEDY = "Download or export it again.";

  private ModelJsonLimits() {}

  /// Checks a file that exists.
  static void check(Path file, long maxBytes) throws ModelLoadException {
    checkSize(file, maxBytes);
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (isDeep(in)) {
        throw new ModelLoadException(
            file,
            "this file is not readable JSON: it is nested more than " + MAX_DEPTH + " levels deep.",
            REMEDY);
      }
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
  }

  /// Checks a file that exists and may be no JSON.
  static void checkSize(Path file, long maxBytes) throws ModelLoadException {
    PlainFile.check(file);
    long size = file.toFile().length();
    if (size > maxBytes) {
      throw new ModelLoadException(
          file,
          "this file has "
              + (size >> 20)
              + " MB, and a real one has far less than "
              + (maxBytes >> 20)
              + " MB.",
          REMEDY);
    }
  }

  /// Counts brackets outside of strings. Bytes of other characters in UTF-8 are never brackets or
  /// quotes.
  private static boolean isDeep(InputStream in) throws IOException {
    int depth = 0;
    boolean inString = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (inString && b == '\\') {
        in.read();
      } else if (b == '"') {
        inString = !inString;
      } else if (!inString && (b == '{' || b == '[')) {
        depth++;
      } else if (!inString && (b == '}' || b == ']')) {
        depth--;
      }
      if (depth > MAX_DEPTH) {
        return true;
      }
    }
    return false;
  }
}
