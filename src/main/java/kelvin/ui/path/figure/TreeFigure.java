package kelvin.ui.path.figure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.text.json.Json;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.plot.tree.TreePicture;
import kelvin.ui.plot.tree.TreePlot;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.token.ModelReference;

/// Writes a tree of paths as a figure or as numbers.
///
/// @param order the nodes in the order of the picture, the root first
/// @param current the number of the node where the current text ends; −1 for none
public record TreeFigure(TreePicture picture, PathTree tree, List<PathNode> order, int current) {

  private static final double MIN_HEIGHT = 120;

  public TreeFigure {
    order = List.copyOf(order);
  }

  /// Writes the complete file or changes nothing. Not on the FX thread.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  private FigureSheet sheet(SheetLook look) {
    var plot = new TreePlot();
    plot.show(picture, -1, current);
    plot.setMinWidth(plot.treeWidthProperty().get());
    plot.setPrefHeight(Math.max(MIN_HEIGHT, plot.treeHeightProperty().get()));
    var panel = new FigurePanel("PATHS", "", plot);
    var content = new VBox(panel);
    VBox.setVgrow(panel, Priority.ALWAYS);
    int width = (int) Math.ceil(Math.max(look.width(), plot.treeWidthProperty().get() + 80));
    return new FigureSheet(
        title(), caption(), content, new SheetLook(width, look.height(), look.theme()));
  }

  private String title() {
    int paths = tree.branches().size();
    return (paths == 1 ? "1 path" : paths + " paths") + " after “" + tree.prompt() + "”";
  }

  private String caption() {
    return model() + "  ·  probabilities of whole paths at τ = 1";
  }

  private String model() {
    return tree.model().map(ModelReference::name).orElse("unknown model");
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      var json = new PrintWriter(out);
      write(new Json(json));
      // A failure of the file is told when it is closed.
      json.flush();
    } else {
      table().writeCsv(out);
    }
  }

  /// The tokens, each with the row of the one before it.
  private NumberTable table() {
    var ends =
        tree.branches().stream().collect(Collectors.toMap(PathBranch::end, PathBranch::name));
    return new NumberTable(
        List.of(
            "node",
            "parent",
            "step",
            "id",
            "token",
            "logProbability",
            "pathLogProbability",
            "rank",
            "finalProbability",
            "u",
            "path"),
        () -> IntStream.range(1, order.size()).mapToObj(node -> row(node, ends)));
  }

  private List<Object> row(int place, Map<PathNode, String> ends) {
    var node = order.get(place);
    var token = node.token();
    return List.of(
        place,
        picture.nodes().get(place).parent(),
        node.depth() - 1,
        node.id(),
        token.text(),
        token.own().logProbability(),
        node.logProbability(),
        token.own().rank(),
        known(token.draw().finalProbability()),
        known(token.draw().u()),
        ends.getOrDefault(node, ""));
  }

  private static Object known(double value) {
    return Double.isNaN(value) ? NumberTable.NONE : value;
  }

  private void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("model", model());
          json.member("prompt", tree.prompt());
          json.array(
              "steps",
              () -> {
                for (int i = 1; i < order.size(); i++) {
                  int place = i;
                  json.object(() -> writeStep(json, place));
                }
              });
          json.array(
              "paths",
              () -> {
                for (var branch : tree.branches()) {
                  json.object(
                      () -> {
                        json.member("name", branch.name());
                        json.ids("ids", branch.end().path().stream().map(PathNode::id).toList());
                        json.member("logProbability", branch.end().logProbability());
                      });
                }
              });
        });
  }

  private void writeStep(Json json, int place) throws IOException {
    var node = order.get(place);
    var token = node.token();
    json.member("node", place);
    json.member("parent", picture.nodes().get(place).parent());
    json.member("step", node.depth() - 1);
    json.member("id", node.id());
    json.member("token", token.text());
    json.member("logProbability", token.own().logProbability());
    json.member("rank", token.own().rank());
    json.member("finalProbability", token.draw().finalProbability());
    json.member("u", token.draw().u());
    json.member("forced", token.forced());
  }
}
