package kelvin.ui.compose;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Layout;

/// Edits the layout of the examples. While the typed template is invalid, a problem is shown and
/// the last valid layout stays in use.
public final class LayoutViewModel {

  private final ObjectProperty<Layout> layout =
      new SimpleObjectProperty<>(this, "layout", Layout.QUESTIONS);
  private final StringProperty template =
      new SimpleStringProperty(this, "template", Layout.QUESTIONS.template());
  private final StringProperty separator =
      new SimpleStringProperty(this, "separator", Layout.QUESTIONS.separator());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// True if the fields are being set from the layout.
  private boolean following;

  LayoutViewModel() {
    layout.subscribe((_, now) -> follow(now));
    template.subscribe((_, _) -> typed());
    separator.subscribe((_, _) -> typed());
  }

  private void follow(Layout now) {
    if (!following) {
      following = true;
      template.set(now.template());
      separator.set(now.separator());
      following = false;
    }
    problem.set("");
  }

  private void typed() {
    if (following) {
      return;
    }
    following = true;
    try {
      layout.set(Layout.of(template.get(), separator.get()));
      problem.set("");
    } catch (IllegalArgumentException _) {
      problem.set(
          "A layout needs {x} for the input and after it {y} for the answer; until then the last"
              + " one that had them is used.");
    } finally {
      following = false;
    }
  }

  /// The layout in use.
  public ObjectProperty<Layout> layoutProperty() {
    return layout;
  }

  /// The typed template of an example, with `{x}` and `{y}`.
  public StringProperty templateProperty() {
    return template;
  }

  /// The text between two examples.
  public StringProperty separatorProperty() {
    return separator;
  }

  /// The reason why the typed template is invalid; empty if it is valid.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
