package kelvin.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds graphs in the same folder that belong to a graph, by the names that exporters use.
///
/// @param continuation the graph that continues after cached tokens, if the given one is only for
///     the first tokens
/// @param embedding the graph that computes vectors from tokens
record SiblingGraphs(Optional<Path> continuation, Optional<Path> embedding) {

  private static final Pattern DECODER =
      Pattern.compile("(?:decoder_model_merged|decoder_model|decoder|model)(.*)\\.onnx");

  private static final List<String> EMBEDDINGS = List.of("embed_tokens", "embedding", "embeddings");

  static SiblingGraphs of(Path graph) {
    return new SiblingGraphs(continuationOf(graph), embeddingOf(graph));
  }

  List<Path> files() {
    return Stream.of(continuation, embedding).flatMap(Optional::stream).toList();
  }

  /// The same without the graph that continues after cached tokens.
  SiblingGraphs withoutContinuation() {
    return new SiblingGraphs(Optional.empty(), embedding);
  }

  private static Optional<Path> continuationOf(Path graph) {
    var name = graph.getFileName().toString();
    return name.startsWith("decoder_model") && !name.startsWith("decoder_model_merged")
        ? existing(graph, name.replace("decoder_model", "decoder_with_past_model"))
        : Optional.empty();
  }

  /// In the same precision if possible.
  private static Optional<Path> embeddingOf(Path graph) {
    var matcher = DECODER.matcher(graph.getFileName().toString());
    var suffix = matcher.matches() ? matcher.group(1) : "";
    return EMBEDDINGS.stream()
        .flatMap(name -> Stream.of(name + suffix + ".onnx", name + ".onnx"))
        .flatMap(name -> existing(graph, name).stream())
        .findFirst();
  }

  private static Optional<Path> existing(Path graph, String name) {
    var sibling = graph.resolveSibling(name);
    return Files.isRegularFile(sibling) ? Optional.of(sibling) : Optional.empty();
  }
}
