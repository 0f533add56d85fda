package kelvin.ui.plot.tree;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A tree of paths, laid out in rows. The first path of a token goes on in its row; the others have
/// rows of their own below.
///
/// Nodes are numbered from 0 row by row, each row from left to right; node 0 is the place before
/// the first token.
///
/// @param words makes all numbers of a node in words, when one of thousands is asked for
public record TreePicture(List<Node> nodes, List<Row> rows, IntFunction<String> words) {

  public static final TreePicture EMPTY = new TreePicture(List.of(), List.of(), _ -> "");

  /// A token at its place.
  ///
  /// @param parent the node before it; −1 for none
  /// @param row 0-based
  /// @param step the number of tokens before it; −1 for the place before the first token
  /// @param label its visible text
  /// @param probability the model's own, 0..1
  public record Node(int parent, int row, int step, String label, double probability) {}

  /// A path from where it parts from the row above.
  ///
  /// @param first its first node
  /// @param count the number of its nodes
  /// @param colour the number of its colour, 0-based
  /// @param end the words at its end: name and probability
  public record Row(int first, int count, int colour, String end) {

    /// The last node.
    public int last() {
      return first + count - 1;
    }
  }

  public TreePicture {
    nodes = List.copyOf(nodes);
    rows = List.copyOf(rows);
  }

  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /// The nodes after a node, from the upper row to the lower one.
  List<Integer> after(int node) {
    return IntStream.range(0, rows.size())
        .flatMap(
            row -> {
              var each = rows.get(row);
              boolean goesOn = nodes.get(node).row() == row && node < each.last();
              boolean parts = nodes.get(each.first()).parent() == node;
              return goesOn
                  ? IntStream.of(node + 1)
                  : parts ? IntStream.of(each.first()) : IntStream.empty();
            })
        .boxed()
        .toList();
  }

  /// The node of a row at a step, or the nearest one of that row.
  int at(int row, int step) {
    var wanted = rows.get(row);
    int first = nodes.get(wanted.first()).step();
    return Math.clamp((long) wanted.first() + step - first, wanted.first(), wanted.last());
  }

  /// The description of the whole tree for screen readers.
  String summary() {
    return isEmpty()
        ? "No paths yet."
        : "Tree of "
            + (rows.size() == 1 ? "1 path" : rows.size() + " paths")
            + ". Right and left go along a path, up and down to another one. Enter makes it the"
            + " current text.";
  }
}
