package kelvin.ui.path;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.path.figure.PathExports;
import kelvin.ui.path.tool.ExpandPane;
import kelvin.ui.path.tool.PairPane;
import kelvin.ui.path.tool.RecordPane;
import kelvin.ui.path.tool.ReplayPane;
import kelvin.ui.path.tool.SamplePane;
import kelvin.ui.path.tool.TextPane;

/// The page Paths: the tree, and below it the path that is looked at or a tool.
public final class PathsView extends SplitPane {

  private static final double TREE = 0.44;

  private final PathsViewModel viewModel;
  private final PathTools tools;
  private final LazyPane<PathCard> path;

  public PathsView(PathsViewModel viewModel, PathExports exports) {
    this.viewModel = viewModel;
    tools = viewModel.tools();
    path = of(PathTool.PATH, () -> new PathCard(viewModel));
    setId("paths");
    getStyleClass().addAll("page", "panels", "paths-view");
    setOrientation(Orientation.VERTICAL);
    getItems().setAll(new TreeCard(viewModel, exports, this::editName), below());
    setDividerPositions(TREE);
  }

  private <T extends Node> LazyPane<T> of(PathTool wanted, Supplier<T> content) {
    return new LazyPane<>(tools.shownProperty().map(now -> now == wanted), content);
  }

  private VBox below() {
    var what =
        new ChoiceSwitch<>(
            tools.shownProperty(),
            PathTool.ALL.stream()
                .map(
                    each ->
                        new Segment<>(
                            each, "path-tool-" + each.label(), each.title(), each.lesson()))
                .toList());
    what.setId("path-tools");
    // The control that has the focus may go with the old tool.
    what.getButtons()
        .forEach(
            button -> button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.requestFocus()));
    var line = new HBox(what);
    line.getStyleClass().add("card-head");
    var shown =
        new StackPane(
            path,
            of(PathTool.PAIR, this::pair),
            of(PathTool.EXPAND, () -> new ExpandPane(tools.expand())),
            of(PathTool.REPLAY, () -> new ReplayPane(tools.replay())),
            of(PathTool.SAMPLE, () -> new SamplePane(tools.sample())),
            of(PathTool.TEXT, () -> new TextPane(tools.text())),
            of(PathTool.RECORD, () -> new RecordPane(tools.record())));
    VBox.setVgrow(shown, Priority.ALWAYS);
    var card = new VBox(line, shown);
    card.getStyleClass().addAll("card", "card-content");
    card.setMinHeight(200);
    return card;
  }

  private PairPane pair() {
    return new PairPane(
        tools.pair(),
        viewModel.playground().unit(),
        List.of(viewModel.lookedProperty(), viewModel.treeProperty()));
  }

  private void editName() {
    tools.shownProperty().set(PathTool.PATH);
    path.content().editName();
  }
}
