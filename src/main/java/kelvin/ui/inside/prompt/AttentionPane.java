package kelvin.ui.inside.prompt;

import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Sentences;
import kelvin.ui.inside.copy.CopyLine;
import kelvin.ui.inside.copy.CopyViewModel.State;

/// The controls of the shading by attention, in one line, and what it says.
public final class AttentionPane extends VBox {

  public AttentionPane(AttentionViewModel viewModel) {
    setId("attention");
    getStyleClass().add("inner-pane");
    getChildren()
        .addAll(
            new CopyLine("attention", viewModel.copy()),
            choices(viewModel),
            Sentences.problem("attention-problem", viewModel.copy().problemProperty()),
            Sentences.of("attention-sentence", "faint", viewModel.sentenceProperty()));
  }

  private static FlowPane choices(AttentionViewModel viewModel) {
    var layer =
        choice(
            "attention-layer",
            "layer",
            viewModel.layerProperty(),
            viewModel.layerCountProperty(),
            "The layer whose attention shades the tokens, or the mean of all layers. Each layer"
                + "\nmixes what the layers before it have made of the tokens.");
    var head =
        choice(
            "attention-head",
            "head",
            viewModel.headProperty(),
            viewModel.headCountProperty(),
            "The head of the layer, or the mean of its heads. Each head looks for something of its"
                + "\nown; a mean hides what single heads do.");
    var start = new CheckBox("without first");
    start.setId("attention-without-start");
    start.getStyleClass().add("small-check");
    start.setMinWidth(USE_PREF_SIZE);
    start.setAccessibleText("Without the first token");
    start.setTooltip(
        new Tooltip(
            "Leaves the first token out and scales the others to sum to 1. Many heads put most of"
                + "\ntheir weight on the first token when they look for nothing; its share stays"
                + "\nsaid below."));
    start.selectedProperty().bindBidirectional(viewModel.withoutStartProperty());
    var line = new FlowPane(layer, head, start);
    line.getStyleClass().add("inner-choices");
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(viewModel.copy().stateProperty().map(now -> now == State.OPEN));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  /// @param word of one of them; 0 stands for the mean of all
  private static ChoiceBox<Integer> choice(
      String id, String word, IntegerProperty chosen, ObservableIntegerValue count, String lesson) {
    var choice = new ChoiceBox<Integer>();
    choice.setId(id);
    choice.getStyleClass().addAll("quiet-choice", "inner-choice");
    choice.setConverter(
        new ChoiceWords<>(
            number -> number == AttentionReading.MEAN ? "mean " + word : word + " " + number));
    choice.setAccessibleText("Attention of the " + word);
    choice.setTooltip(new Tooltip(lesson));
    choice.setMinWidth(USE_PREF_SIZE);
    Runnable fill =
        () -> {
          int last = Math.max(count.get(), chosen.get());
          if (choice.getItems().size() != last + 1) {
            choice.getItems().setAll(IntStream.rangeClosed(0, last).boxed().toList());
          }
          choice.setValue(chosen.get());
        };
    count.subscribe(fill);
    fill.run();
    chosen.subscribe((_, _) -> fill.run());
    choice.setOnAction(
        _ -> {
          var wanted = choice.getValue();
          if (wanted != null) {
            chosen.set(wanted);
          }
        });
    return choice;
  }
}
