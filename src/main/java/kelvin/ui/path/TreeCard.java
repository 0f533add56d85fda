package kelvin.ui.path;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.path.figure.PathExports;
import kelvin.ui.path.figure.TreeFigure;
import kelvin.ui.path.tool.PathWords;
import kelvin.ui.plot.tree.TreePicture;
import kelvin.ui.plot.tree.TreePlot;
import kelvin.workspace.paths.PathTree;
import org.jspecify.annotations.Nullable;

/// The tree of paths with the choice of its prompt.
final class TreeCard extends BorderPane {

  private static final double SPACE = 8;

  private final PathsViewModel viewModel;
  private final PathExports exports;
  private final TreePlot plot = new TreePlot();
  private final ChoiceBox<PathTree> prompts = new ChoiceBox<>();
  private @Nullable DrawnTree drawn;

  /// True while this view takes over what changed elsewhere.
  private boolean following;

  /// @param onRename moves the focus to the name of the path
  TreeCard(PathsViewModel viewModel, PathExports exports, Runnable onRename) {
    this.viewModel = viewModel;
    this.exports = exports;
    getStyleClass().addAll("card", "card-content");
    setMinHeight(130);
    plot.setId("path-tree");
    plot.setOnLook(this::look);
    plot.setOnChoose(_ -> viewModel.take());
    plot.setOnRemove(viewModel::prune);
    plot.setOnRename(onRename);
    var shown = shown();
    VBox.setVgrow(shown, Priority.ALWAYS);
    // The tree comes before its head, so that the focus of the page begins there.
    setCenter(new VBox(SPACE, shown, words()));
    var head = head();
    BorderPane.setMargin(head, new Insets(0, 0, SPACE, 0));
    setTop(head);
    viewModel.treeProperty().subscribe(_ -> draw());
    viewModel.shownProperty().subscribe(_ -> draw());
    viewModel.pathsProperty().subscribe(_ -> choices());
    viewModel.lookedProperty().subscribe(_ -> show());
    viewModel.currentProperty().subscribe(_ -> show());
  }

  private HBox head() {
    var title = new Label("PATHS");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var after = new Label("after");
    after.getStyleClass().add("quiet");
    after.setMinWidth(USE_PREF_SIZE);
    prompts.setId("path-prompt");
    prompts.getStyleClass().add("lab-choice");
    prompts.setConverter(new ChoiceWords<>(PathWords::prompt));
    prompts.setAccessibleText("Prompt of the paths");
    prompts.setTooltip(
        new Tooltip("The paths of another prompt. Each prompt has a tree of its own."));
    prompts.setMinWidth(0);
    prompts.setMaxWidth(Double.MAX_VALUE);
    prompts
        .valueProperty()
        .subscribe(
            tree -> {
              if (!following && tree != null) {
                viewModel.choose(tree);
              }
            });
    HBox.setHgrow(prompts, Priority.ALWAYS);
    // With one prompt there is nothing to choose, and the first control of the page is the tree.
    prompts.visibleProperty().bind(Bindings.size(prompts.getItems()).greaterThan(1));
    prompts.managedProperty().bind(prompts.visibleProperty());
    var only = new Label();
    only.setId("path-only-prompt");
    only.setMinWidth(0);
    only.textProperty()
        .bind(viewModel.treeProperty().map(tree -> tree.map(PathWords::prompt).orElse("")));
    only.visibleProperty().bind(prompts.visibleProperty().not());
    only.managedProperty().bind(only.visibleProperty());
    var space = new Region();
    HBox.setHgrow(space, Priority.SOMETIMES);
    var head = new HBox(title, after, prompts, only, space, export());
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.visibleProperty().bind(viewModel.treeProperty().map(now -> now.isPresent()));
    return head;
  }

  private MenuButton export() {
    var export = new MenuButton("Export");
    export.setId("path-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(USE_PREF_SIZE);
    export.setTooltip(
        new Tooltip(
            "The tree as PNG or SVG, its tokens as CSV or JSON, or the steps of the path as"
                + " Markdown."));
    for (var format : FigureFormat.values()) {
      var item = new MenuItem(format.label() + " …");
      item.setOnAction(
          _ ->
              Optional.ofNullable(drawn)
                  .ifPresent(of -> exports.export(figure(of), format, getScene().getWindow())));
      export.getItems().add(item);
    }
    var copy = new MenuItem("Copy the steps as a Markdown table");
    copy.setOnAction(_ -> viewModel.lookedProperty().get().ifPresent(exports::copySteps));
    export.getItems().add(copy);
    return export;
  }

  private TreeFigure figure(DrawnTree of) {
    return new TreeFigure(
        of.picture(),
        of.tree(),
        of.order(),
        viewModel.currentProperty().get().map(at -> of.place(at.node())).orElse(-1));
  }

  private StackPane shown() {
    var message =
        new Label(
            "There are no paths yet. Draw tokens in the playground, or take one with a double click:"
                + " each continuation is kept here as a path.");
    message.setId("path-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    message.visibleProperty().bind(viewModel.treeProperty().map(now -> now.isEmpty()));
    var across =
        bar(
            Orientation.HORIZONTAL,
            plot.scrollXProperty(),
            plot.treeWidthProperty(),
            plot.widthProperty());
    var down =
        bar(
            Orientation.VERTICAL,
            plot.scrollYProperty(),
            plot.treeHeightProperty(),
            plot.heightProperty());
    var pane = new BorderPane(plot);
    pane.setRight(down);
    pane.setBottom(across);
    pane.setMinSize(0, 0);
    pane.visibleProperty().bind(message.visibleProperty().not());
    return new StackPane(pane, message);
  }

  private static ScrollBar bar(
      Orientation orientation,
      DoubleProperty place,
      ReadOnlyDoubleProperty whole,
      ReadOnlyDoubleProperty room) {
    var bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setFocusTraversable(false);
    bar.maxProperty().bind(Bindings.max(0, whole.subtract(room)));
    // The thumb is as large a part of the bar as the room is of the whole.
    bar.visibleAmountProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> whole.get() <= 0 ? 0 : bar.getMax() * Math.min(1, room.get() / whole.get()),
                whole,
                room,
                bar.maxProperty()));
    bar.setUnitIncrement(40);
    bar.blockIncrementProperty().bind(room);
    bar.valueProperty().bindBidirectional(place);
    bar.visibleProperty().bind(bar.maxProperty().greaterThan(0));
    return bar;
  }

  private Label words() {
    var words = new Label();
    words.setId("path-words");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            plot.wordsProperty()
                .map(
                    now ->
                        now.isEmpty()
                            ? "Arrow keys go along the paths, Enter makes one the current text."
                            : now));
    words.visibleProperty().bind(viewModel.treeProperty().map(now -> now.isPresent()));
    return words;
  }

  /// Draws the tree that is shown now, unless it is drawn or nobody looks.
  private void draw() {
    var tree = viewModel.treeProperty().get();
    if (!viewModel.shownProperty().get() || isDrawn(tree)) {
      return;
    }
    drawn = tree.map(DrawnTree::new).orElse(null);
    choices();
    show();
  }

  /// Lists the prompts that have paths.
  private void choices() {
    if (viewModel.shownProperty().get()) {
      following = true;
      if (!prompts.getItems().equals(viewModel.trees())) {
        prompts.getItems().setAll(viewModel.trees());
      }
      prompts.setValue(viewModel.treeProperty().get().orElse(null));
      following = false;
    }
  }

  private boolean isDrawn(Optional<PathTree> tree) {
    var before = drawn;
    return before != null && tree.isPresent() && before.tree() == tree.get();
  }

  private void show() {
    var shown = drawn;
    if (!viewModel.shownProperty().get()) {
      return;
    }
    if (shown == null) {
      plot.show(TreePicture.EMPTY, -1, -1);
      return;
    }
    following = true;
    plot.show(
        shown.picture(),
        viewModel.lookedProperty().get().map(shown::place).orElse(-1),
        viewModel.currentProperty().get().map(at -> shown.place(at.node())).orElse(-1));
    following = false;
  }

  private void look(int node) {
    var shown = drawn;
    if (shown != null && node >= 0 && !following) {
      viewModel.look(shown.node(node));
    }
  }
}
