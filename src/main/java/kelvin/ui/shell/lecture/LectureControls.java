package kelvin.ui.shell.lecture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.distribution.StageKind;
import kelvin.prompt.Composition;
import kelvin.ui.compose.ShotsLine;
import kelvin.ui.control.ParameterSlider;
import kelvin.ui.control.SliderScale;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.ui.sampling.chain.StageSettings;

/// The controls that a lecturer needs at hand: step, play and back, the sliders of the chain, and
/// the shots.
final class LectureControls extends HBox {

  /// The names of the stages that have a slider here while the chain has them; min-p only while it
  /// is on.
  private static final Map<StageKind, String> SHORT_NAMES =
      Map.of(
          StageKind.TEMPERATURE, "τ",
          StageKind.TOP_K, "top-k",
          StageKind.TOP_P, "top-p",
          StageKind.MIN_P, "min-p");

  /// The stages from left to right.
  private static final List<StageKind> SLIDERS =
      List.of(StageKind.TEMPERATURE, StageKind.TOP_K, StageKind.TOP_P, StageKind.MIN_P);

  LectureControls(PlaygroundViewModel playground) {
    getStyleClass().add("lecture-controls");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    getChildren().add(transport(playground.generation()));
    for (var kind : SLIDERS) {
      getChildren().add(slider(playground.sampling(), kind));
    }
    getChildren().add(shots(playground));
  }

  private static Node slider(SamplingViewModel sampling, StageKind kind) {
    var setting = StageSettings.of(kind, sampling.vocabularySizeProperty().get()).getFirst();
    var slider =
        new ParameterSlider(
            setting.parameter().named(Objects.requireNonNull(SHORT_NAMES.get(kind))),
            setting.scale());
    slider.setCheck(setting::refusal);
    slider.valueProperty().bindBidirectional(sampling.chain().setting(setting));
    slider.getStyleClass().add("lecture-slider");
    slider.setId("lecture-" + kind.label());
    if (kind == StageKind.TOP_K) {
      sampling
          .vocabularySizeProperty()
          .subscribe(size -> slider.setScale(SliderScale.count(size.intValue())));
    }
    HBox.setHgrow(slider, Priority.ALWAYS);
    sampling
        .chainProperty()
        .subscribe(
            chain ->
                show(
                    slider,
                    kind == StageKind.MIN_P
                        ? chain.active(kind).isPresent()
                        : chain.find(kind).isPresent()));
    return slider;
  }

  private static Node shots(PlaygroundViewModel playground) {
    var shots = new VBox(new ShotsLine(playground.prompt().fewShot()));
    shots.getStyleClass().addAll("few-shot-view", "lecture-shots");
    shots.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(shots, Priority.ALWAYS);
    playground
        .prompt()
        .compositionProperty()
        .subscribe(way -> show(shots, way == Composition.FEW_SHOT));
    return shots;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static HBox transport(GenerationViewModel generation) {
    var back = button("back", "icon-back", Shortcut.BACK.in("Removes the last token."));
    back.disableProperty().bind(generation.canGoBack().not());
    back.setOnAction(_ -> generation.back());
    var step = button("step", "icon-step", Shortcut.STEP.in("Draws one token and appends it."));
    step.getStyleClass().add("primary");
    step.disableProperty().bind(generation.canStep().not());
    step.setOnAction(_ -> generation.step());
    var play = button("play", "icon-play", Shortcut.PLAY.in("Draws token after token."));
    play.disableProperty().bind(generation.canStep().not());
    play.setOnAction(_ -> generation.play());
    var stop = button("stop", "icon-stop", Shortcut.STOP.in("Stops playing."));
    stop.disableProperty().bind(generation.playingProperty().not());
    stop.setOnAction(_ -> generation.stop());
    var transport = new HBox(back, step, play, stop);
    transport.getStyleClass().add("transport");
    transport.setAlignment(Pos.CENTER_LEFT);
    transport.setMinWidth(Region.USE_PREF_SIZE);
    return transport;
  }

  private static Button button(String id, String icon, String lesson) {
    var shape = new Region();
    shape.getStyleClass().addAll("icon", icon);
    var button = new Button("", shape);
    button.setId("lecture-" + id);
    button.getStyleClass().add("transport-button");
    button.setAccessibleText(Character.toUpperCase(id.charAt(0)) + id.substring(1));
    button.setTooltip(new Tooltip(lesson));
    return button;
  }
}
