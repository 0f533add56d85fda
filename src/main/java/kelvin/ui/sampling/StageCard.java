package kelvin.ui.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.arrangement.MainStages;
import kelvin.ui.control.ParameterSlider;
import kelvin.ui.control.SliderScale;
import kelvin.ui.plot.StageSparkline;
import kelvin.ui.sampling.chain.StageLessons;
import kelvin.ui.sampling.chain.StageReport;
import kelvin.ui.sampling.chain.StageSetting;
import kelvin.ui.sampling.chain.StageSettings;

/// One stage of the chain: its switch, its settings, and its effect on the visible distribution.
///
/// Switching a stage changes no height, so that no control moves. The four common stages always
/// show their slider and have room for their effect. A further stage is open or takes one line,
/// as the user chooses; it comes open where it is on.
final class StageCard extends VBox {

  private static final double SPARKLINE = 44;

  /// The greatest height of a line of words where two share the room.
  private static final double ONE_LINE = 15;

  private static final String LESSON =
      "\n\nTokens before and after the stage, the mass that it removed of what it saw,"
          + "\nand the entropy before and after.";

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  private final SamplingViewModel sampling;
  private final StageKind kind;
  private final CheckBox toggle = new CheckBox();
  private final HBox head;
  private final List<Node> whileOpen = new ArrayList<>();
  private final ToggleButton disclosure = new ToggleButton();
  private final HBox report = new HBox();
  private final StageSparkline sparkline = new StageSparkline();
  private final Label line = new Label();
  private final Label remark = new Label();
  private final Tooltip lesson = new Tooltip();
  private Optional<ParameterSlider> primary = Optional.empty();

  /// The effect on show.
  private Optional<StageReport> reported = Optional.empty();

  StageCard(SamplingViewModel sampling, StageKind kind) {
    this.sampling = sampling;
    this.kind = kind;
    setId(kind.label() + "-card");
    getStyleClass().addAll("stage-card", kind.label());
    var title = StageLessons.title(kind);
    toggle.setId(kind.label() + "-switch");
    toggle.getStyleClass().add("stage-switch");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(title + " on");
    toggle.setTooltip(
        new Tooltip("On or off, in its place. Alt+↑ and Alt+↓ move the stage; so does dragging."));
    toggle.setOnAction(_ -> sampling.chain().switchTo(kind, toggle.isSelected()));
    layDisclosure(title);
    head = settings(new StageCardMenu(sampling, kind));
    layReport();
    show(reported);
    sampling.reportsProperty().subscribe(_ -> showReport());
  }

  StageKind kind() {
    return kind;
  }

  /// The handle by which the card is dragged.
  HBox head() {
    return head;
  }

  private HBox settings(StageCardMenu menu) {
    var settings = StageSettings.of(kind, sampling.vocabularySizeProperty().get());
    if (settings.isEmpty()) {
      return tokens(menu);
    }
    var first = slider(settings.getFirst());
    first.surround(toggle, end(menu));
    primary = Optional.of(first);
    getChildren().add(first);
    if (kind == StageKind.TEMPERATURE) {
      var ends = new HBox(faint("0 greedy"), grow(), faint("1"), grow(), faint("10 flat"));
      ends.getStyleClass().add("slider-ends");
      first.getChildren().add(ends);
    }
    for (var setting : settings.subList(1, settings.size())) {
      var slider = slider(setting);
      slider.getStyleClass().add("further");
      slider.showSlider(setting.slides());
      whileOpen.add(slider);
      getChildren().add(slider);
    }
    return first.head();
  }

  private ParameterSlider slider(StageSetting setting) {
    var slider = new ParameterSlider(setting.parameter(), setting.scale());
    slider.setCheck(setting::refusal);
    slider.valueProperty().bindBidirectional(sampling.chain().setting(setting));
    if (kind == StageKind.TOP_K) {
      sampling
          .vocabularySizeProperty()
          .subscribe(size -> slider.setScale(SliderScale.count(size.intValue())));
    }
    return slider;
  }

  private HBox tokens(StageCardMenu menu) {
    var label = new Label(StageLessons.title(kind));
    var lesson = new Tooltip(StageLessons.lesson(kind));
    lesson.getStyleClass().add("lesson");
    label.setTooltip(lesson);
    var line = new HBox(toggle, label, grow(), end(menu));
    line.getStyleClass().add("parameter-head");
    line.setAlignment(Pos.CENTER_LEFT);
    var list = new TokenListPane(sampling.tokens(kind), kind);
    whileOpen.add(list);
    getChildren().addAll(line, list);
    return line;
  }

  private void layReport() {
    report.getStyleClass().add("stage-report");
    line.setId(kind.label() + "-line");
    line.getStyleClass().add("stage-line");
    line.setWrapText(true);
    line.setTooltip(lesson);
    lesson.setOnShowing(_ -> lesson.setText(lesson()));
    remark.setTooltip(lesson);
    remark.setId(kind.label() + "-remark");
    remark.getStyleClass().add("stage-line");
    remark.setWrapText(true);
    var curveLesson =
        new Tooltip(
            "What the stage saw, as a line, and what it left, filled; grey is removed."
                + "\nAcross: rank, on a log axis. Up: the square root of the probability.");
    Tooltip.install(sparkline, curveLesson);
    sparkline.setMinWidth(SPARKLINE);
    sparkline.setMaxWidth(SPARKLINE);
    var words = new VBox(line, remark);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    report.getChildren().setAll(words, sparkline);
    getChildren().add(report);
  }

  private void layDisclosure(String title) {
    disclosure.setId(kind.label() + "-open");
    disclosure.getStyleClass().addAll("quiet-button", "stage-open");
    disclosure.setMinWidth(USE_PREF_SIZE);
    disclosure.setAccessibleText(title + ", settings and effect");
    disclosure.setTooltip(new Tooltip("Shows or hides the settings and the effect of the stage."));
    disclosure.textProperty().bind(disclosure.selectedProperty().map(open -> open ? "▾" : "▸"));
    disclosure.selectedProperty().subscribe(this::showOpen);
    disclosure.setVisible(!MainStages.has(kind));
    disclosure.setManaged(!MainStages.has(kind));
  }

  /// Shows or hides the settings and the effect; those of a common stage are always shown.
  void open(boolean open) {
    disclosure.setSelected(open || MainStages.has(kind));
  }

  private void showOpen(boolean open) {
    primary.ifPresent(slider -> slider.showSlider(open));
    whileOpen.forEach(node -> showNode(node, open));
    showNode(report, open);
  }

  /// Updates the card from the chain.
  void show(SamplerChain.Entry entry) {
    boolean on = entry.on();
    toggle.setSelected(on);
    pseudoClassStateChanged(OFF, !on);
    whileOpen.forEach(node -> node.setDisable(!on));
    showReport();
  }

  private void showReport() {
    var found =
        sampling.reportsProperty().get().stream()
            .filter(each -> each.kind() == kind && toggle.isSelected())
            .findFirst();
    // A change of the chain arrives twice: as a new chain, and as what its stages do.
    if (!found.equals(reported)) {
      reported = found;
      show(found);
    }
  }

  private void show(Optional<StageReport> found) {
    boolean changes = found.map(StageReport::changes).orElse(false);
    sparkline.curveProperty().set(found.map(StageReport::curve).orElse(null));
    line.setText(found.map(StageReport::line).orElse(""));
    remark.setText(found.map(StageReport::remark).orElse(""));
    boolean remarks = !remark.getText().isEmpty();
    sparkline.setVisible(changes);
    showNode(line, changes);
    showNode(remark, remarks);
    line.setMaxHeight(remarks ? ONE_LINE : Region.USE_COMPUTED_SIZE);
    remark.setMaxHeight(changes ? ONE_LINE : Region.USE_COMPUTED_SIZE);
  }

  private String lesson() {
    boolean both = !line.getText().isEmpty() && !remark.getText().isEmpty();
    return line.getText() + (both ? "\n" : "") + remark.getText() + LESSON;
  }

  private Node end(StageCardMenu menu) {
    var end = new HBox(disclosure, menu);
    end.setAlignment(Pos.CENTER_RIGHT);
    return end;
  }

  private static void showNode(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label faint(String text) {
    var label = new Label(text);
    label.getStyleClass().add("faint");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
