package kelvin.ui.adapt.lab;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.lab.common.LabFields;
import org.jspecify.annotations.Nullable;

/// The line about the chosen point, which offers to follow it. Choosing alone changes nothing
/// elsewhere. The line keeps its room.
final class PointLine extends HBox {

  private static final String NONE = "Choose a point to see its prompt or its training.";

  private final PointLead lead;
  private final ReadOnlyObjectProperty<@Nullable AdaptRun> run;
  private final ObjectProperty<Optional<AdaptPoint>> chosen;
  private final Label words = new Label();
  private final Button follow = new Button("Load into the playground");

  /// @param run the one that is shown
  /// @param showPlayground goes to the page with the loaded prompt
  PointLine(
      PointLead lead,
      ReadOnlyObjectProperty<@Nullable AdaptRun> run,
      ObjectProperty<Optional<AdaptPoint>> chosen,
      Runnable showPlayground) {
    this.lead = lead;
    this.run = run;
    this.chosen = chosen;
    getStyleClass().add("card-head");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("adapt-chosen");
    words.setWrapText(true);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    follow.setId("adapt-follow");
    follow.getStyleClass().add("quiet-button");
    follow.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        follow,
        "A prompt replaces that in the playground, and Undo reverts it; of what was learned, the"
            + " settings go into the form Fine-tune, where it can be trained again. A double click on"
            + " the point, or Enter, does the same.");
    follow.disableProperty().bind(Bindings.createBooleanBinding(() -> point().isEmpty(), chosen));
    follow.setOnAction(_ -> point().ifPresent(this::follow));
    getChildren().addAll(words, follow, go(showPlayground));
    chosen.subscribe(
        _ -> {
          lead.forget();
          showChosen();
        });
    run.subscribe(_ -> showChosen());
    lead.saidProperty().subscribe(this::showSaid);
  }

  private Button go(Runnable showPlayground) {
    var go = new Button("Go there");
    go.setId("adapt-go");
    go.getStyleClass().add("quiet-button");
    go.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(go, "Shows the loaded prompt in the playground, or the form Fine-tune.");
    go.visibleProperty().bind(lead.saidProperty().isNotEmpty());
    go.managedProperty().bind(go.visibleProperty());
    go.setOnAction(_ -> lead.go(showPlayground));
    return go;
  }

  private Optional<AdaptPoint> point() {
    return chosen.get();
  }

  /// Follows a point of the run that is shown.
  void follow(AdaptPoint point) {
    var shown = run.get();
    if (shown != null) {
      lead.follow(shown, point);
    }
  }

  private void showChosen() {
    words.setText(point().map(PointLine::words).orElse(NONE));
    var shown = run.get();
    boolean toPlayground =
        shown == null
            || point().filter(each -> !PointLead.leadsToPlayground(shown, each)).isEmpty();
    follow.setText(toPlayground ? "Load into the playground" : "Put into Fine-tune");
  }

  private static String words(AdaptPoint point) {
    var interval = point.accuracy().interval();
    return "%s, seed %d: %s right; 95 %%: %s to %s"
        .formatted(
            AdaptWords.named(point.method(), point.examples()),
            point.seed(),
            MeasureWords.percent(point.accuracy().value()),
            MeasureWords.percent(interval.low()),
            MeasureWords.percent(interval.high()));
  }

  private void showSaid(String sentence) {
    if (!sentence.isEmpty()) {
      words.setText(sentence);
    }
  }
}
