package kelvin.ui.lab;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import kelvin.prompt.sweep.Variant;
import kelvin.ui.lab.common.LabFields;

/// The line about the chosen point of a sweep, which offers to load its prompt. Choosing alone
/// changes nothing in the playground. The line keeps its room.
final class PointChoice extends HBox {

  private static final String NONE = "No point is chosen.";

  private final ObservableValue<String> loaded;
  private final Label words = new Label(NONE);
  private final Button load = new Button("Load into the playground");
  private final Button go = new Button("Go to the playground");
  private Subscription following = Subscription.EMPTY;

  /// @param loaded a sentence about the prompt that was loaded last; empty for none
  PointChoice(ObservableValue<String> loaded) {
    this.loaded = loaded;
    getStyleClass().add("card-head");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("sweep-restored");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    load.setId("sweep-load");
    load.getStyleClass().add("quiet-button");
    load.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        load,
        "Replaces the prompt and the labels in the playground by those of the chosen point; Undo"
            + " reverts it. A double click on the point, or Enter, does the same.");
    go.setId("sweep-go");
    go.getStyleClass().add("quiet-button");
    go.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(go, "Shows the prompt and the distribution of its answer (Alt+1).");
    go.visibleProperty().bind(loaded.map(sentence -> !sentence.isEmpty()));
    getChildren().addAll(words, load, go);
  }

  void setOnGo(Runnable showPlayground) {
    go.setOnAction(_ -> showPlayground.run());
  }

  /// Follows the points of another plot.
  ///
  /// @param variants of the points, in the plot's order
  void follow(IntegerProperty selected, List<Variant> variants, Consumer<Variant> onLoad) {
    following.unsubscribe();
    following =
        Subscription.combine(
            selected.subscribe(point -> show(point.intValue(), variants)),
            loaded.subscribe(this::showLoaded));
    load.setOnAction(
        _ -> {
          if (selected.get() >= 0) {
            onLoad.accept(variants.get(selected.get()));
          }
        });
  }

  private void show(int point, List<Variant> variants) {
    boolean chosen = point >= 0 && point < variants.size();
    load.setDisable(!chosen);
    words.setText(chosen ? "Chosen: “" + variants.get(point).name() + "”." : NONE);
  }

  private void showLoaded(String sentence) {
    if (!sentence.isEmpty()) {
      words.setText(sentence);
    }
  }
}
