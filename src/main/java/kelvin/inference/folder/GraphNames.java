package kelvin.inference.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the names of `.onnx` files, by the habits of exporters. All names are without folders.
public final class GraphNames {

  /// Parts of larger models, which are not language models by themselves.
  private static final Pattern PART =
      Pattern.compile("encoder|vision|audio|embed_tokens|vae|unet|prepare_inputs|postnet");

  /// Ordered from the most exact to those that are slow on a CPU.
  private static final List<String> PREFERRED =
      List.of(
          "model.onnx",
          "model_fp32.onnx",
          "model_q8.onnx",
          "model_int8.onnx",
          "model_uint8.onnx",
          "model_quantized.onnx",
          "model_q4.onnx",
          "model_bnb4.onnx",
          "model_q4f16.onnx",
          "model_fp16.onnx",
          "decoder_model_merged.onnx",
          "decoder_model_merged_quantized.onnx",
          "decoder_model.onnx",
          "decoder_model_quantized.onnx");

  private static final Pattern DECODER =
      Pattern.compile("(?:decoder_model_merged|decoder_model|decoder|model)(.*)\\.onnx");

  private static final List<String> EMBEDDINGS = List.of("embed_tokens", "embedding", "embeddings");

  /// The endings of names, as transformers.js writes and reads them.
  private static final Pattern PRECISION =
      Pattern.compile(
          "(?:^|[_.-])(fp32|fp16|bf16|int8|uint8|quantized|q8|int4|bnb4|q\\d(?:f16)?)(?=$|[_.-])");

  private static final String ONNX = ".onnx";
  private static final String CONTINUATION = "with_past";

  private GraphNames() {}

  /// True if a file is a part of a larger model, such as an encoder.
  public static boolean isPart(String name) {
    return PART.matcher(name).find();
  }

  /// True if a graph only continues after cached tokens and needs another for the first.
  public static boolean isContinuation(String name) {
    return name.contains(CONTINUATION);
  }

  /// A place in the order in which graphs are tried, the first from 0. Graphs for continuing come
  /// last, because the graph for the first tokens finds them.
  public static int preference(String name) {
    int known = PREFERRED.indexOf(name);
    int unknown = isContinuation(name) ? 1 : 0;
    return known < 0 ? PREFERRED.size() + unknown : known;
  }

  /// The precision in a file's name, else in its folder's, else `fp32`, which has no ending.
  ///
  /// @param folder the names of the folders around it; may be empty
  public static String precision(String name, String folder) {
    for (var text : new String[] {withoutEnding(name), folder.replaceFirst("/$", "")}) {
      var matcher = PRECISION.matcher(text.toLowerCase(Locale.ROOT));
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return "fp32";
  }

  private static String withoutEnding(String name) {
    return name.endsWith(ONNX) ? name.substring(0, name.length() - ONNX.length()) : name;
  }

  /// The graph that continues after cached tokens, if the given one is only for the first tokens.
  public static Optional<String> continuationOf(String name) {
    return name.startsWith("decoder_model") && !name.startsWith("decoder_model_merged")
        ? Optional.of(name.replace("decoder_model", "decoder_with_past_model"))
        : Optional.empty();
  }

  /// The names that a graph which computes vectors from tokens may have, the best first: in the
  /// same precision if possible.
  public static List<String> embeddingsOf(String name) {
    var matcher = DECODER.matcher(name);
    var suffix = matcher.matches() ? matcher.group(1) : "";
    return EMBEDDINGS.stream()
        .flatMap(each -> Stream.of(each + suffix + ".onnx", each + ".onnx"))
        .distinct()
        .toList();
  }
}
