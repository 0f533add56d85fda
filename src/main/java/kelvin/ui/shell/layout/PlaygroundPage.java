package kelvin.ui.shell.layout;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LayoutRoot;
import kelvin.ui.control.ScrolledColumn;
import kelvin.ui.prompt.WideChoice;

/// The page with the prompt, the distribution and the sampling. It lays its panels out for the room
/// that the window has: side by side, with one of them folded to a rail, or one at a time.
public final class PlaygroundPage extends VBox {

  /// Below this width the editor, its text, the distribution and the sampling do not fit.
  private static final double FOUR_COLUMNS = 1180;

  private final Panels parts;
  private final WideChoice wide;
  private final SplitPane panels;
  private final ScrollPane column = new ScrollPane();
  private final ScrolledColumn stack = new ScrolledColumn();
  private final Rail promptRail =
      new Rail("prompt-rail", "PROMPT", "Shows the prompt in place of the sampling.");
  private final Rail samplingRail =
      new Rail("sampling-rail", "SAMPLING", "Shows the sampling, or folds it to this strip.");
  private final LayoutRoot panelRoom;
  private final HBox row = new HBox();
  private final ChoiceSwitch<Panel> tabs;
  private final ObjectProperty<Panel> tab =
      new SimpleObjectProperty<>(this, "tab", Panel.DISTRIBUTION);
  private final BooleanProperty samplingOpen = new SimpleBooleanProperty(this, "samplingOpen");
  private final Dividers dividers;
  private Arrangement now = Arrangement.COLUMNS;

  /// @param panels holds the panels side by side
  public PlaygroundPage(Panels parts, WideChoice wide, SplitPane panels) {
    this.parts = parts;
    this.wide = wide;
    this.panels = panels;
    panelRoom = new LayoutRoot(panels);
    dividers = new Dividers(panels, parts.prompt().sides());
    getStyleClass().add("page");
    VBox.setVgrow(parts.prompt(), Priority.ALWAYS);
    // In a low window the column scrolls.
    column.setContent(stack);
    column.getStyleClass().add("column-scroll");
    column.setFitToWidth(true);
    column.setFitToHeight(true);
    column.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    column.setFocusTraversable(false);
    column.setMinWidth(216);
    panels.getStyleClass().add("panels");
    SplitPane.setResizableWithParent(parts.sampling(), false);
    HBox.setHgrow(panelRoom, Priority.ALWAYS);
    VBox.setVgrow(row, Priority.ALWAYS);
    row.getStyleClass().add("panel-row");
    tabs =
        new ChoiceSwitch<>(
            tab,
            List.of(
                new Segment<>(Panel.PROMPT, "tab-prompt", "Prompt", "Shows the prompt."),
                new Segment<>(
                    Panel.DISTRIBUTION,
                    "tab-distribution",
                    "Next token",
                    "Shows the distribution."),
                new Segment<>(Panel.SAMPLING, "tab-sampling", "Sampling", "Shows the sampling.")));
    tabs.getStyleClass().add("panel-tabs");
    samplingRail.selectedProperty().bindBidirectional(samplingOpen);
    promptRail.setOnAction(_ -> samplingOpen.set(false));
    place();
    tab.subscribe((_, _) -> place());
    samplingOpen.subscribe((_, _) -> place());
    wide.wantedProperty().subscribe((_, _) -> roomChanged());
    wide.wayProperty().subscribe((_, _) -> dividers.place(layoutName(), now == Arrangement.WIDE));
    widthProperty().subscribe((_, _) -> roomChanged());
    heightProperty().subscribe((_, _) -> roomChanged());
  }

  /// The choice whether the sampling is open where it does not fit by itself.
  public BooleanProperty samplingOpenProperty() {
    return samplingOpen;
  }

  public Dividers dividers() {
    return dividers;
  }

  /// Brings a panel into sight, for a command that acts on it or so that it can take the focus.
  public void show(Panel panel) {
    switch (now) {
      case TABS -> tab.set(panel);
      case RAIL ->
          samplingOpen.set(
              switch (panel) {
                case PROMPT -> false;
                case DISTRIBUTION -> samplingOpen.get();
                case SAMPLING -> true;
              });
      case WIDE -> samplingOpen.set(samplingOpen.get() || panel == Panel.SAMPLING);
      case COLUMNS -> {}
    }
  }

  private void roomChanged() {
    if (getWidth() <= 0) {
      return;
    }
    wide.fitsProperty().set(Arrangement.canBeWide(getWidth(), getHeight()));
    var wanted = Arrangement.of(getWidth(), getHeight(), wide.wantedProperty().get());
    boolean hadText = hasText();
    if (wanted != now) {
      now = wanted;
      place();
    } else if (hadText != hasText()) {
      parts.prompt().showText(hasText());
    }
  }

  /// True if the text has room beside the editor.
  private boolean hasText() {
    return !samplingOpen.get() || getWidth() >= FOUR_COLUMNS;
  }

  private void place() {
    var scene = getScene();
    var focused = scene == null ? null : scene.getFocusOwner();
    panels.getItems().clear();
    stack.getChildren().clear();
    boolean isWide = now == Arrangement.WIDE;
    parts.watch().getStyleClass().removeAll("card", "card-content");
    if (isWide) {
      parts.prompt().putBelowText(parts.watch());
      parts.prompt().showText(hasText());
    } else {
      parts.watch().getStyleClass().addAll(0, List.of("card", "card-content"));
      stack.getChildren().setAll(parts.prompt(), parts.watch());
    }
    Node left = isWide ? parts.prompt() : column;
    var centre = parts.distribution();
    var sampling = parts.sampling();
    switch (now) {
      case COLUMNS -> show(List.of(left, centre, sampling));
      case WIDE ->
          show(samplingOpen.get() ? List.of(left, centre, sampling) : List.of(left, centre));
      case RAIL -> show(samplingOpen.get() ? List.of(centre, sampling) : List.of(left, centre));
      case TABS ->
          show(
              List.of(
                  switch (tab.get()) {
                    case PROMPT -> left;
                    case DISTRIBUTION -> centre;
                    case SAMPLING -> sampling;
                  }));
    }
    dividers.place(layoutName(), isWide);
    // The divided panes hold their parts only once they have their skin.
    applyCss();
    if (focused != null && focused.getScene() != null) {
      focused.requestFocus();
    }
  }

  /// The name under which the places of the dividers are kept.
  private String layoutName() {
    return switch (now) {
      case COLUMNS -> Dividers.COLUMNS;
      case WIDE -> wide.way().label();
      case RAIL -> samplingOpen.get() ? "rail-sampling" : "rail";
      case TABS -> "tabs";
    };
  }

  private void show(List<Node> side) {
    panels.getItems().setAll(side);
    row.getChildren().clear();
    if (now == Arrangement.RAIL && samplingOpen.get()) {
      row.getChildren().add(promptRail);
    }
    row.getChildren().add(panelRoom);
    if (now == Arrangement.WIDE || now == Arrangement.RAIL) {
      row.getChildren().add(samplingRail);
    }
    getChildren().clear();
    if (now == Arrangement.TABS) {
      getChildren().add(tabs);
    }
    getChildren().addAll(row, parts.generation());
  }
}
