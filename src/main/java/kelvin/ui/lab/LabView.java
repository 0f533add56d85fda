package kelvin.ui.lab;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.PlaceFocus;
import kelvin.ui.control.command.Shortcut;

/// Layout of the lab: a switch between its sections, and the one that is chosen.
public final class LabView extends VBox {

  /// @param makers make the sections when they are shown first, in the order of `LabSection.ALL`
  public LabView(LabViewModel lab, List<Supplier<Node>> makers) {
    setId("lab");
    getStyleClass().addAll("page", "lab-page");
    var shown = new StackPane();
    var focus = new PlaceFocus(shown);
    // Subscribed first, because the focused node loses the focus when its section is hidden.
    lab.sectionProperty().subscribe(focus::remember);
    for (int i = 0; i < makers.size(); i++) {
      shown.getChildren().add(section(lab, LabSection.ALL.get(i), makers.get(i)));
    }
    lab.sectionProperty()
        .subscribe(
            (_, _) -> {
              if (focus.wasHere()) {
                focus.enter();
              }
            });
    VBox.setVgrow(shown, Priority.ALWAYS);
    var line = new HBox(sections(lab));
    line.getStyleClass().add("lab-sections");
    getChildren().addAll(line, shown);
  }

  private static Node section(LabViewModel lab, LabSection section, Supplier<Node> factory) {
    return new LazyPane<>(lab.sectionProperty().map(now -> now == section), factory);
  }

  private static ChoiceSwitch<LabSection> sections(LabViewModel lab) {
    var made =
        new ChoiceSwitch<>(
            lab.sectionProperty(),
            List.of(
                new Segment<>(
                    LabSection.SWEEP,
                    "lab-sweep",
                    "Sweep",
                    "One question, asked with more examples, in other orders and layouts."),
                new Segment<>(
                    LabSection.EVALUATE,
                    "lab-evaluate",
                    "Evaluate",
                    "One prompt, asked about many texts whose right labels are known."),
                new Segment<>(
                    LabSection.FINETUNE,
                    "lab-finetune",
                    "Fine-tune",
                    "The model learns from data while you watch: a head on its features, or its"
                        + " weights."),
                new Segment<>(
                    LabSection.ADAPT,
                    "lab-adapt",
                    "Adapt",
                    Shortcut.ADAPT.in(
                        "The ways to adapt the model side by side: prompts, heads and trained"
                            + " weights.")),
                new Segment<>(
                    LabSection.EMBEDDINGS,
                    "lab-embeddings",
                    "Embeddings",
                    Shortcut.EMBEDDINGS.in(
                        "The vectors of the tokens: the nearest ones, sums, and a map."))));
    made.setId("lab-section");
    return made;
  }
}
