package kelvin.ui.compose;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.prompt.Layout;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Sentences;

/// Edits the layout: one that comes with Kelvin, or the user's own template and separator, with
/// visible line breaks.
public final class LayoutEditor extends VBox {

  private static final double ROOM_FOR_WORDS = 250;

  public LayoutEditor(LayoutViewModel viewModel) {
    getStyleClass().add("composer");
    var known = new ChoiceBox<Layout>();
    known.setId("layout");
    known.getStyleClass().add("quiet-choice");
    known.getItems().addAll(Layout.ALL);
    known.setConverter(new ChoiceWords<>(Layout::title));
    known.setAccessibleText("Layout of the examples");
    known.setTooltip(new Tooltip("The way an example and its answer are written."));
    // The user's own layout is not a menu entry; the fields define it.
    viewModel
        .layoutProperty()
        .subscribe(
            now -> {
              var own = now.name().equals(Layout.OWN);
              known.getItems().removeIf(each -> each.name().equals(Layout.OWN));
              if (own) {
                known.getItems().add(now);
              }
              known.setValue(now);
            });
    known
        .valueProperty()
        .subscribe(
            (_, chosen) -> {
              if (chosen != null) {
                viewModel.layoutProperty().set(chosen);
              }
            });
    var template =
        field("layout-template", "An example with {x} and {y}; Shift+Enter types a line break.");
    template.valueProperty().bindBidirectional(viewModel.templateProperty());
    var separator = field("layout-separator", "The text between two examples.");
    separator.valueProperty().bindBidirectional(viewModel.separatorProperty());
    separator.setPrefColumnCount(3);
    separator.setMinWidth(40);
    separator.setMaxWidth(64);
    HBox.setHgrow(separator, Priority.NEVER);
    var separatorLabel = new Label("separator");
    separatorLabel.getStyleClass().add("faint");
    separatorLabel.setMinWidth(USE_PREF_SIZE);
    separatorLabel.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_WORDS));
    separatorLabel.managedProperty().bind(separatorLabel.visibleProperty());
    known.setMinWidth(36);
    known.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(known, Priority.ALWAYS);
    var choice = new ComposerLine("layout", known, separatorLabel, separator);
    var own = new ComposerLine("", template);
    getChildren()
        .addAll(choice, own, Sentences.problem("layout-problem", viewModel.problemProperty()));
  }

  private static MarkedField field(String id, String lesson) {
    var field = new MarkedField(lesson);
    field.setId(id);
    return field;
  }
}
