package kelvin.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.inference.folder.GraphNames;

/// Finds graphs in the same folder that belong to a graph, by the names that exporters use.
///
/// @param continuation the graph that continues after cached tokens, if the given one is only for
///     the first tokens
/// @param embedding the graph that computes vectors from tokens
record SiblingGraphs(Optional<Path> continuation, Optional<Path> embedding) {

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
    return GraphNames.continuationOf(graph.getFileName().toString())
        .flatMap(name -> existing(graph, name));
  }

  private static Optional<Path> embeddingOf(Path graph) {
    return GraphNames.embeddingsOf(graph.getFileName().toString()).stream()
        .flatMap(name -> existing(graph, name).stream())
        .findFirst();
  }

  private static Optional<Path> existing(Path graph, String name) {
    var sibling = graph.resolveSibling(name);
    return Files.isRegularFile(sibling) ? Optional.of(sibling) : Optional.empty();
  }
}
