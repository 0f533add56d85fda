package kelvin.ui.shell.lecture;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.distribution.StageKind;
import kelvin.prompt.Composition;
import kelvin.ui.compose.ShotsLine;
import kelvin.ui.control.ParameterSlider;
import kelvin.ui.control.SliderScale;
import kelvin.ui.generation.Transport;
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

  /// Bound, not subscribed to, so that no view model holds this node.
  private final IntegerProperty vocabularySize =
      new SimpleIntegerProperty(this, "vocabularySize");

  LectureControls(PlaygroundViewModel playground) {
    getStyleClass().add("lecture-controls");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    vocabularySize.bind(playground.sampling().vocabularySizeProperty());
    getChildren().add(Transport.ofSymbols(playground.generation(), "lecture-"));
    for (var kind : SLIDERS) {
      getChildren().add(slider(playground.sampling(), kind));
    }
    getChildren().add(shots(playground));
  }

  private Node slider(SamplingViewModel sampling, StageKind kind) {
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
      vocabularySize.subscribe(size -> slider.setScale(SliderScale.count(size.intValue())));
    }
    HBox.setHgrow(slider, Priority.ALWAYS);
    showWhile(
        sampling
            .chainProperty()
            .map(
                chain ->
                    kind == StageKind.MIN_P
                        ? chain.active(kind).isPresent()
                        : chain.find(kind).isPresent()),
        slider);
    return slider;
  }

  private static Node shots(PlaygroundViewModel playground) {
    var shots = new VBox(new ShotsLine(playground.prompt().fewShot()));
    shots.getStyleClass().addAll("few-shot-view", "lecture-shots");
    shots.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(shots, Priority.ALWAYS);
    showWhile(
        playground.prompt().compositionProperty().map(way -> way == Composition.FEW_SHOT), shots);
    return shots;
  }

  private static void showWhile(ObservableValue<Boolean> condition, Node node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
