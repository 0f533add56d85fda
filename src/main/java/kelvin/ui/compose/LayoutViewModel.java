package kelvin.ui.compose;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Layout;

/// Holds the layout of the examples while it is edited. An invalid template is reported, and the
/// last valid one stays in use.
public final class LayoutViewModel {

  private final ObjectProperty<Layout> layout =
      new SimpleObjectProperty<>(this, "layout", Layout.QUESTIONS);
  private final StringProperty template =
      new SimpleStringProperty(this, "template", Layout.QUESTIONS.template());
  private final StringProperty separator =
      new SimpleStringProperty(this, "separator", Layout.QUESTIONS.separator());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /// Whether the texts follow the layout, and not the other way.
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

  /// An example as it is typed, with `{x}` and `{y}`.
  public StringProperty templateProperty() {
    return template;
  }

  /// What stands between two examples.
  public StringProperty separatorProperty() {
    return separator;
  }

  /// Why what is typed is no layout, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
