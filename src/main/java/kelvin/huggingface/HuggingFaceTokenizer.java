package kelvin.huggingface;

import ai.djl.huggingface.tokenizers.Encoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelLoadException;
import kelvin.inference.Tokenizer;
import kelvin.text.Reason;
import kelvin.text.Vocabulary;

/// Tokenizes with Hugging Face's own library, from Hugging Face files.
public final class HuggingFaceTokenizer implements Tokenizer {

  /// A shorter text takes some milliseconds.
  private static final int MIN_LONG_TEXT = 10_000;

  private final ai.djl.huggingface.tokenizers.HuggingFaceTokenizer library;
  private final LongTexts longTexts = new LongTexts();
  private final Vocabulary vocabulary;
  private final LeadingSpace leadingSpace;
  private final BitSet added = new BitSet();
  private final List<Integer> startTokens;
  private final OptionalInt namedStartToken;
  private final List<Integer> endOfTextIds;
  private final List<String> warnings;

  private HuggingFaceTokenizer(
      ai.djl.huggingface.tokenizers.HuggingFaceTokenizer library,
      TokenizerFile file,
      Vocabulary vocabulary) {
    this.library = library;
    this.vocabulary = vocabulary;
    var pipeline = new Pipeline(file.json());
    leadingSpace = LeadingSpace.of(pipeline);
    pipeline.addedTokens().forEach(token -> added.set(token.json().get("id").getAsInt()));
    startTokens = findStartTokens();
    namedStartToken = file.idOfNamed("bos_token");
    endOfTextIds = file.idOfNamed("eos_token").stream().boxed().toList();
    warnings = file.allWarnings();
  }

  /// @param file a `tokenizer.json`, or a `vocab.json` with its `merges.txt` in the same folder
  /// @param cacheFolder the folder into which the library may unpack its native code
  public static HuggingFaceTokenizer load(Path file, Path cacheFolder) throws ModelLoadException {
    configure(cacheFolder);
    var content = readContent(file);
    var vocabulary = readVocabulary(file, content);
    try {
      // By default the library truncates a text to 512 tokens.
      var options = Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");
      var bytes = new ByteArrayInputStream(content.content().getBytes(StandardCharsets.UTF_8));
      var library = ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(bytes, options);
      return new HuggingFaceTokenizer(library, content, vocabulary);
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof LinkageError cause) {
        throw notLinked(file, cacheFolder, cause);
      }
      throw new ModelLoadException(
          file,
          "the tokenizer does not load" + said(e) + ".",
          "Save it again with Transformers 4.40 or newer, or download it again.",
          e);
    } catch (LinkageError e) {
      throw notLinked(file, cacheFolder, e);
    }
  }

  private static ModelLoadException notLinked(Path file, Path cacheFolder, Throwable cause) {
    return new ModelLoadException(
        file,
        "the tokenizer library does not start on this system" + said(cause) + ".",
        "It needs Linux with glibc 2.34 or newer, macOS 11 on arm64, or Windows on x64,"
            + " and room for 20 MB in "
            + cacheFolder
            + ".",
        cause);
  }

  /// Must run before the library's first class loads: no network, no tracking, no files in the
  /// home folder.
  private static void configure(Path cacheFolder) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("DJL_CACHE_DIR", cacheFolder.toString());
    System.setProperty("ENGINE_CACHE_DIR", cacheFolder.toString());
  }

  private static TokenizerFile readContent(Path file) throws ModelLoadException {
    try {
      return TokenizerFile.read(file);
    } catch (UnusableTokenizerException e) {
      throw new ModelLoadException(
          file,
          "the tokenizer " + e.getMessage() + ".",
          "Kelvin does not use such tokenizers: take the one from the model's page.",
          e);
    } catch (IOException | RuntimeException e) {
      throw notReadable(file, e);
    }
  }

  private static Vocabulary readVocabulary(Path file, TokenizerFile content)
      throws ModelLoadException {
    try {
      return TokenBytes.read(content.json());
    } catch (RuntimeException e) {
      throw notReadable(file, e);
    }
  }

  private static ModelLoadException notReadable(Path file, Exception e) {
    return new ModelLoadException(
        file,
        "the tokenizer is not readable: " + UnreadableReason.of(e, file) + ".",
        "Download it again, or save it again with Transformers.",
        e);
  }

  /// The words of the library, if a user can read them; otherwise empty.
  private static String said(Throwable e) {
    return Reason.said(e).map(words -> ": " + words).orElse("");
  }

  /// Finds the start tokens by encoding a sample text.
  private List<Integer> findStartTokens() {
    long[] plain = library.encode("a", false, false).getIds();
    long[] full = library.encode("a", true, false).getIds();
    var added = new ArrayList<Integer>();
    for (long id : full) {
      if (plain.length > 0 && id == plain[0]) {
        return List.copyOf(added);
      }
      added.add((int) id);
    }
    return List.of();
  }

  @Override
  public List<EncodedToken> encode(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var valid = replaceLoneSurrogates(text);
    Encoding encoding = encodeValid(valid);
    return TokenSpans.locate(
        valid, encoding.getIds(), encoding.getCharTokenSpans(), vocabulary, leadingSpace, added);
  }

  @Override
  public List<EncodedToken> encode(String text, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    return text.length() < MIN_LONG_TEXT
        ? encode(text)
        : longTexts.compute(() -> encode(text), cancellation);
  }

  /// The library fails where the tokenizer has no token for a character and none for unknown ones.
  private Encoding encodeValid(String text) {
    try {
      return library.encode(text, false, false);
    } catch (RuntimeException e) {
      throw new InferenceException(
          "The tokenizer has no tokens for some characters of this text. Leave them out, or take the"
              + " tokenizer from the model's page.",
          e);
    }
  }

  @Override
  public byte[] decode(List<Integer> ids) {
    var bytes = new ByteArrayOutputStream();
    boolean atStart = true;
    boolean mayHaveSpace = true;
    for (int id : ids) {
      byte[] piece = vocabulary.bytes(id);
      boolean isAdded = added.get(id);
      boolean dropsSpace =
          mayHaveSpace
              && !isAdded
              && piece.length > 0
              && piece[0] == ' '
              && leadingSpace.isDropped(atStart);
      bytes.write(piece, dropsSpace ? 1 : 0, piece.length - (dropsSpace ? 1 : 0));
      // A start token comes before the text.
      atStart = atStart && startTokens.contains(id);
      mayHaveSpace = isAdded;
    }
    return bytes.toByteArray();
  }

  /// Replaces lone surrogates, which have no UTF-8 encoding, with U+FFFD. All other characters
  /// keep their index.
  private static String replaceLoneSurrogates(String text) {
    var valid = new StringBuilder(text);
    for (int i = 0; i < valid.length(); i++) {
      char c = valid.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < valid.length()
          && Character.isLowSurrogate(valid.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        valid.setCharAt(i, '\uFFFD');
      }
    }
    return valid.toString();
  }

  @Override
  public List<Integer> startTokens() {
    return startTokens;
  }

  @Override
  public OptionalInt namedStartToken() {
    return namedStartToken;
  }

  @Override
  public List<Integer> endOfTextIds() {
    return endOfTextIds;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {
    longTexts.whenIdle(library::close);
  }
}
