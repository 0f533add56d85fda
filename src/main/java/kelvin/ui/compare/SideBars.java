package kelvin.ui.compare;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.LazyPane;
import kelvin.ui.distribution.Heading;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.sampling.CompactSamplingView;
import org.jspecify.annotations.Nullable;

/// The next token of a side: its bars, and its sampling in their place or, where there is room,
/// beside them.
final class SideBars extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /// The sampling stands in the place of the bars, where it has little height.
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private static final double ROOM_FOR_BOTH = 800;
  private static final double SAMPLING_WIDTH = 410;

  private final String name;
  private final String id;
  private final SideViewModel side;
  private final ToggleButton sampling = new ToggleButton();

  /// @param name `A` or `B`
  /// @param calm whether bars jump to their new length instead of moving gradually
  SideBars(
      String name, SideViewModel side, CompareViewModel compare, ObservableValue<Boolean> calm) {
    this.name = name;
    this.side = side;
    id = SideName.id(name);
    getStyleClass().addAll("card", "card-content", "compare-side");
    setMinWidth(0);
    setPrefWidth(1);
    HBox.setHgrow(this, Priority.ALWAYS);
    var bars = bars(compare, calm);
    var shown = new StackPane(bars, problem(), empty());
    HBox.setHgrow(shown, Priority.ALWAYS);
    var settings = new LazyPane<>(sampling.selectedProperty(), this::samplingPane);
    settings.setMinWidth(0);
    settings.getStyleClass().add("compare-sampling");
    var row = new HBox(shown, settings);
    row.getStyleClass().add("compare-columns");
    VBox.setVgrow(row, Priority.ALWAYS);
    getChildren().addAll(head(), row);
    // The sampling takes the place of the bars where both have no room.
    widthProperty().subscribe(_ -> place(shown, settings));
    sampling.selectedProperty().subscribe(_ -> place(shown, settings));
  }

  private void place(Node bars, LazyPane<Node> settings) {
    boolean both = getWidth() >= ROOM_FOR_BOTH;
    boolean open = sampling.isSelected();
    bars.setVisible(both || !open);
    bars.setManaged(both || !open);
    settings.pseudoClassStateChanged(ALONE, !both);
    HBox.setHgrow(settings, both ? Priority.NEVER : Priority.ALWAYS);
    settings.setPrefWidth(both ? SAMPLING_WIDTH : Region.USE_COMPUTED_SIZE);
    settings.setMaxWidth(both ? SAMPLING_WIDTH : Double.MAX_VALUE);
  }

  private HBox head() {
    var heading = new Heading(side.headingProperty());
    HBox.setHgrow(heading, Priority.ALWAYS);
    var entropy = new Label();
    entropy.setId(id + "-entropy");
    entropy.getStyleClass().add("quiet");
    entropy.setMinWidth(Region.USE_PREF_SIZE);
    side.pictureProperty().subscribe(now -> entropy.setText(entropy(now)));
    sampling.setId(id + "-sampling");
    sampling.getStyleClass().addAll("quiet-button", "disclosure");
    sampling.setMinWidth(Region.USE_PREF_SIZE);
    sampling
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::samplingText, side.followsSamplingProperty(), sampling.selectedProperty()));
    sampling.setTooltip(
        new Tooltip(
            "Shows or hides the sampling of side "
                + name
                + ". It is the playground’s until it is changed here."));
    var head = new HBox(new SideName(name), heading, entropy, sampling);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String samplingText() {
    return (side.followsSamplingProperty().get() ? "Sampling" : "Own sampling")
        + (sampling.isSelected() ? " ▾" : " ▸");
  }

  private static String entropy(@Nullable DistributionPicture picture) {
    return picture == null ? "" : "entropy " + picture.entropy();
  }

  private Node samplingPane() {
    var same = SideCard.same(side.followsSamplingProperty(), id + "-same-sampling");
    var chain = new CompactSamplingView(side.sampling(), same);
    chain.setId(id + "-chain");
    return chain;
  }

  private TokenBars bars(CompareViewModel compare, ObservableValue<Boolean> calm) {
    var bars = new TokenBars();
    bars.setId(id + "-bars");
    bars.pictureProperty().bind(side.pictureProperty());
    bars.vocabularyProperty().bind(side.vocabularyProperty());
    bars.scaleProperty().bind(compare.scaleProperty());
    calm.subscribe(now -> bars.animatedProperty().set(!now));
    bars.setMinWidth(0);
    side.staleProperty().subscribe(stale -> bars.pseudoClassStateChanged(STALE, stale));
    return bars;
  }

  private Label problem() {
    var problem = new Label();
    problem.setId(id + "-problem");
    problem.getStyleClass().addAll("empty-message", "problem");
    problem.setWrapText(true);
    problem.textProperty().bind(side.problemProperty());
    return problem;
  }

  private Label empty() {
    var empty =
        new Label(
            "Another prompt goes here: the playground’s without its examples, which shows what they"
                + " do, or any other. The same prompt with another sampling is a comparison, too.");
    empty.setId(id + "-empty");
    empty.getStyleClass().add("empty-message");
    empty.setWrapText(true);
    empty.visibleProperty().bind(side.textProperty().isEmpty());
    return empty;
  }
}
