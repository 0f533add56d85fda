package kelvin.ui.plot.tree;

import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.TextSize;

/// The places of the tokens of a tree, in pixels from its upper left corner.
final class TreeGeometry {

  static final double ROW = 30;
  static final double BOX = 22;

  /// The greatest width of a token's text.
  static final double MAX_LABEL = 110;

  private static final double LEFT = 8;
  private static final double TOP = 8;

  /// The room within a box on each side of its text.
  static final double PAD = 5;

  /// The room between two boxes, where the lines are.
  static final double GAP = 14;

  private static final double MIN_WIDTH = 16;

  private final TreePicture picture;
  private final TokenLabel[] labels;

  /// The left edge of each step's column, that of the place before the first token included.
  private final double[] lefts;

  private final double width;

  TreeGeometry(TreePicture picture) {
    this.picture = picture;
    labels =
        picture.nodes().stream()
            .map(node -> TokenLabel.of(node.label(), TreePlot.TOKENS, MAX_LABEL))
            .toArray(TokenLabel[]::new);
    int steps = picture.nodes().stream().mapToInt(TreePicture.Node::step).max().orElse(-1) + 2;
    var widths = new double[steps];
    for (int i = 0; i < labels.length; i++) {
      int column = column(i);
      widths[column] = Math.max(widths[column], boxWidth(i));
    }
    lefts = new double[steps + 1];
    lefts[0] = LEFT;
    for (int column = 0; column < steps; column++) {
      lefts[column + 1] = lefts[column] + widths[column] + GAP;
    }
    width = right();
  }

  private double right() {
    return picture.rows().stream().mapToDouble(this::end).max().orElse(0);
  }

  /// The right end of the words behind a path.
  private double end(TreePicture.Row row) {
    return right(row.last()) + GAP + TextSize.width(row.end(), TreePlot.ENDS) + LEFT;
  }

  /// The right end of a token and of the words behind it, if a path ends there.
  double end(int node) {
    var row = picture.rows().get(picture.nodes().get(node).row());
    return row.last() == node ? end(row) : right(node);
  }

  private int column(int node) {
    return picture.nodes().get(node).step() + 1;
  }

  TokenLabel label(int node) {
    return labels[node];
  }

  double boxWidth(int node) {
    return Math.max(MIN_WIDTH, labels[node].width() + 2 * PAD);
  }

  double left(int node) {
    return lefts[column(node)];
  }

  double right(int node) {
    return left(node) + boxWidth(node);
  }

  double middle(int node) {
    return TOP + picture.nodes().get(node).row() * ROW + BOX / 2;
  }

  /// The number of the first row that reaches below a height.
  int rowAt(double y) {
    return (int) Math.floor((y - TOP) / ROW);
  }

  double width() {
    return picture.isEmpty() ? 0 : width;
  }

  double height() {
    return picture.isEmpty() ? 0 : 2 * TOP + picture.rows().size() * ROW;
  }

  /// The node at a place, or −1.
  int nodeAt(double x, double y) {
    int row = rowAt(y);
    if (row < 0 || row >= picture.rows().size()) {
      return -1;
    }
    var wanted = picture.rows().get(row);
    for (int node = wanted.first(); node <= wanted.last(); node++) {
      if (x >= left(node) && x <= right(node) && Math.abs(y - middle(node)) <= BOX / 2) {
        return node;
      }
    }
    return -1;
  }

  /// The first node of a row that reaches to the right of a place, or the number after the last.
  int firstVisible(TreePicture.Row row, double x) {
    int low = row.first();
    int high = row.last() + 1;
    while (low < high) {
      int between = (low + high) / 2;
      if (right(between) < x) {
        low = between + 1;
      } else {
        high = between;
      }
    }
    return low;
  }
}
