package kelvin.ui.distribution;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.BarScale;
import kelvin.ui.answer.WholeAnswersView;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.distribution.layers.LensLine;

/// Layout and bindings of the middle panel: the bars at the top, the details of one token below
/// them, the plots at the bottom.
public final class DistributionView extends StackPane {

  /// The opacity of a distribution that belongs to an older text.
  private static final double PALE = 0.55;

  /// Below this height there is room for the bars only: with less the plots would leave them few
  /// rows.
  private static final double ROOM_FOR_PLOTS = 510;

  /// Below this width the head has room for its switches only.
  private static final double ROOM_FOR_COMMANDS = 420;

  private final DistributionViewModel viewModel;
  private final BarsPane bars;
  private final FindBar find;

  /// True once the user asked for a plot without room for it.
  private boolean wantsPlots;

  public DistributionView(DistributionViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "distribution-view");
    bars = new BarsPane(viewModel);
    find = new FindBar(viewModel.find(), this::closeFind);
    var content = new VBox(head(), lensLine(), pinnedLine(), find, panes(), answers());
    content.getStyleClass().add("card-content");
    var message = new Label();
    message.setId("distribution-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    message.textProperty().bind(viewModel.messageProperty());
    message.visibleProperty().bind(viewModel.messageProperty().isNotEmpty());
    content.visibleProperty().bind(viewModel.messageProperty().isEmpty());
    getChildren().addAll(content, message);
    // No style class: that would style every node of the view anew, twice for each answer.
    viewModel.pale().subscribe(pale -> setOpacity(pale ? PALE : 1));
  }

  /// Opens the search line, ready for typing a text.
  public void findToken() {
    viewModel.answers().shownProperty().set(false);
    viewModel.find().openProperty().set(true);
    find.focusText();
  }

  /// Opens the search line, ready for typing a rank.
  public void goToRank() {
    viewModel.answers().shownProperty().set(false);
    viewModel.find().openProperty().set(true);
    find.focusRank();
  }

  private void closeFind() {
    viewModel.find().openProperty().set(false);
    bars.focusBars();
  }

  private SplitPane panes() {
    var detail = new TokenDetailView(viewModel.bars(), viewModel::force, viewModel::showNear);
    heightProperty().subscribe(height -> detail.setRoom(height.doubleValue()));
    VBox.setVgrow(bars, Priority.ALWAYS);
    var upper = new VBox(bars, detail);
    upper.getStyleClass().add("upper-pane");
    var plots = new PlotsView(viewModel);
    var panes = new SplitPane(upper, plots);
    panes.setOrientation(Orientation.VERTICAL);
    panes.getStyleClass().add("stacked-panes");
    panes.setDividerPositions(0.7);
    VBox.setVgrow(panes, Priority.ALWAYS);
    panes.visibleProperty().bind(viewModel.answers().shownProperty().not());
    panes.managedProperty().bind(panes.visibleProperty());
    // A plot that the user asks for is shown in any case, also after the window was larger for a
    // while.
    viewModel
        .plots()
        .shownProperty()
        .subscribe(
            (_, _) -> {
              wantsPlots |= !hasRoomForPlots();
              showPlots(panes, plots);
            });
    heightProperty().subscribe(_ -> showPlots(panes, plots));
    return panes;
  }

  private void showPlots(SplitPane panes, Node plots) {
    if (!hasRoomForPlots() && !wantsPlots) {
      panes.getItems().remove(plots);
    } else if (!panes.getItems().contains(plots)) {
      panes.getItems().add(plots);
      panes.setDividerPositions(hasRoomForPlots() ? 0.7 : 0.5);
    }
  }

  private boolean hasRoomForPlots() {
    return getHeight() >= ROOM_FOR_PLOTS || getHeight() == 0;
  }

  /// Makes the whole answers, which take the place of the bars and the plots.
  private LazyPane<WholeAnswersView> answers() {
    var answers = viewModel.answers();
    var pane =
        new LazyPane<>(
            answers.shownProperty(),
            () -> new WholeAnswersView(answers, viewModel.scaleProperty()));
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private ChoiceSwitch<Boolean> subjectSwitch() {
    return new ChoiceSwitch<>(
        viewModel.answers().shownProperty().asObject(),
        List.of(
            new Segment<>(
                false, "show-next-token", "Next token", "The distribution of the next token."),
            new Segment<>(
                true,
                "show-answers",
                "Answers",
                "Whole answers up to a stop text, a line end at first, with their joint"
                    + "\nprobabilities: where the first token of an answer says nothing.")));
  }

  private HBox head() {
    var title = subjectSwitch();
    var heading = new Heading(viewModel.headingProperty());
    heading.setId("distribution-heading");
    HBox.setHgrow(heading, Priority.ALWAYS);
    var pin = new Button("Pin");
    pin.setId("pin");
    pin.getStyleClass().add("quiet-button");
    pin.setMinWidth(Region.USE_PREF_SIZE);
    pin.setTooltip(
        new Tooltip(
            Shortcut.PIN.in(
                "Keeps this distribution as a ghost behind what comes: another temperature, prompt"
                    + " or position.")));
    pin.setOnAction(_ -> viewModel.pin());
    var columns = new MenuButton("Columns");
    columns.setId("columns");
    columns.getStyleClass().add("quiet-menu");
    columns.setMinWidth(Region.USE_PREF_SIZE);
    columns.setTooltip(new Tooltip("Which numbers stand beside the bars."));
    columns.getItems().addAll(ColumnItems.of(viewModel.bars()));
    columns.disableProperty().bind(viewModel.answers().shownProperty());
    // In a narrow panel the menu View has these two.
    for (var part : List.of(pin, columns)) {
      part.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_COMMANDS));
      part.managedProperty().bind(part.visibleProperty());
    }
    var head = new HBox(title, heading, pin, columns, scaleSwitch());
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private LensLine lensLine() {
    return new LensLine(viewModel.layers(), viewModel.temperatureProperty());
  }

  /// Makes the line that describes the pinned distribution, while there is one.
  private HBox pinnedLine() {
    var pinned = viewModel.pinned().pinnedProperty();
    var key = new Region();
    key.getStyleClass().addAll("key", "key-ghost");
    var label = new Label();
    label.setId("pinned-label");
    label.getStyleClass().add("token-text");
    label.textProperty().bind(viewModel.pinned().labelProperty());
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var unpin = new Button("Unpin");
    unpin.setId("unpin");
    unpin.getStyleClass().add("quiet-button");
    unpin.setMinWidth(Region.USE_PREF_SIZE);
    unpin.setTooltip(new Tooltip(Shortcut.UNPIN.in("Lets the pinned distribution go.")));
    unpin.setOnAction(_ -> viewModel.pinned().unpin());
    var line = new HBox(key, label, unpin);
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(pinned.isNotNull());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private ChoiceSwitch<BarScale> scaleSwitch() {
    return new ChoiceSwitch<>(
        viewModel.scaleProperty(),
        List.of(
            scale(BarScale.ABSOLUTE, "0–1", "A full bar is probability 1."),
            scale(BarScale.LARGEST, "fit", "The largest shown bar fills the column."),
            scale(
                BarScale.LOGARITHMIC,
                "log",
                "A log scale from one in a million to 1: equal steps are equal factors.")));
  }

  private static Segment<BarScale> scale(BarScale scale, String text, String lesson) {
    return new Segment<>(scale, "scale-" + scale.label(), text, lesson);
  }
}
