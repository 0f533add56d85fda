package kelvin.hub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kelvin.inference.folder.GraphNames;

/// One graph of a repository with the files that its name lets expect: siblings that it works with,
/// and weights. The graph itself says for certain which files have its weights, once it is there.
///
/// @param graph the file with the graph
/// @param precision by the name: `fp32`, `fp16`, `int8`, `q4` …
/// @param siblings graphs that it works with
/// @param weights files that have its weights and those of its siblings, by their names
public record GraphChoice(
    RemoteFile graph, String precision, List<RemoteFile> siblings, List<RemoteFile> weights) {

  private static final String ONNX = ".onnx";

  /// The graphs of a repository that Kelvin can open, the one that it would take by itself first.
  public static List<GraphChoice> of(Listing listing) {
    var graphs = new ArrayList<GraphChoice>();
    for (var file : listing.files()) {
      var name = file.name();
      if (name.endsWith(ONNX) && !GraphNames.isPart(name) && !GraphNames.isContinuation(name)) {
        graphs.add(of(listing, file));
      }
    }
    graphs.sort(
        Comparator.comparingInt((GraphChoice each) -> depth(each.graph))
            .thenComparingInt(each -> GraphNames.preference(each.graph.name()))
            .thenComparing(each -> each.graph.path()));
    return graphs;
  }

  /// Graphs in the root or in `onnx` come first: those are found without their own name.
  private static int depth(RemoteFile file) {
    var folder = file.folder();
    return folder.isEmpty() || folder.equals("onnx/") ? 0 : 1;
  }

  private static GraphChoice of(Listing listing, RemoteFile graph) {
    var siblings = new ArrayList<RemoteFile>();
    GraphNames.continuationOf(graph.name())
        .flatMap(name -> listing.file(graph.folder() + name))
        .ifPresent(siblings::add);
    GraphNames.embeddingsOf(graph.name()).stream()
        .flatMap(name -> listing.file(graph.folder() + name).stream())
        .findFirst()
        .ifPresent(siblings::add);
    var weights = new ArrayList<>(weightsOf(listing, graph));
    siblings.forEach(sibling -> weights.addAll(weightsOf(listing, sibling)));
    return new GraphChoice(
        graph,
        GraphNames.precision(graph.name(), graph.folder()),
        siblings,
        weights.stream().distinct().toList());
  }

  /// Such as `model.onnx_data`, `model.onnx_data_1` and `model.onnx.data`.
  private static List<RemoteFile> weightsOf(Listing listing, RemoteFile graph) {
    return listing.files().stream()
        .filter(
            file ->
                file.path().startsWith(graph.path() + "_data")
                    || file.path().startsWith(graph.path() + ".data"))
        .toList();
  }

  /// All graphs: the chosen one and its siblings.
  public List<RemoteFile> graphs() {
    var all = new ArrayList<RemoteFile>();
    all.add(graph);
    all.addAll(siblings);
    return all;
  }

  /// The size of graphs and weights in bytes.
  public long bytes() {
    return sum(graphs()) + sum(weights);
  }

  private static long sum(List<RemoteFile> files) {
    return files.stream().mapToLong(RemoteFile::size).sum();
  }
}
