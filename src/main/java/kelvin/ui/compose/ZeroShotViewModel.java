package kelvin.ui.compose;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;

/// Composes a zero-shot prompt. Each kind keeps its typed template. While a template is invalid, a
/// problem is shown and the last valid one stays in use.
public final class ZeroShotViewModel {

  private final ObjectProperty<ZeroShotKind> kind =
      new SimpleObjectProperty<>(this, "kind", ZeroShotKind.QUESTION);
  private final StringProperty template =
      new SimpleStringProperty(this, "template", ZeroShotKind.QUESTION.template().text());
  private final StringProperty input =
      new SimpleStringProperty(this, "input", "What is the capital of France?");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<ZeroShotPrompt> prompt =
      new ReadOnlyObjectWrapper<>(
          this,
          "prompt",
          new ZeroShotPrompt(ZeroShotKind.QUESTION.template(), input.get(), List.of()));
  private final Map<ZeroShotKind, String> templates = new EnumMap<>(ZeroShotKind.class);
  private List<String> labels = List.of();

  private final Batch batch = new Batch(this::compose);

  public ZeroShotViewModel() {
    kind.subscribe(this::changeKind);
    template.subscribe((_, _) -> compose());
    input.subscribe((_, _) -> compose());
  }

  private void changeKind(ZeroShotKind before, ZeroShotKind now) {
    if (!batch.isRunning()) {
      templates.put(before, template.get());
      batch.run(() -> template.set(templates.getOrDefault(now, now.template().text())));
    }
  }

  private void compose() {
    if (batch.isRunning()) {
      return;
    }
    try {
      var held = new ZeroShotTemplate(kind.get(), template.get());
      prompt.set(new ZeroShotPrompt(held, input.get(), labels));
      problem.set("");
    } catch (IllegalArgumentException _) {
      var before = prompt.get().template();
      prompt.set(new ZeroShotPrompt(before, input.get(), labels));
      problem.set(
          template.get().contains("{x}")
              ? "{y}, the answer, stands behind {x}, the input; until then the last template that"
                  + " held is used."
              : "A template needs {x} where the input goes; until then the last one that had it is"
                  + " used.");
    }
  }

  /// Sets the values of `{labels}`.
  void useLabels(List<String> now) {
    if (!now.equals(labels)) {
      labels = List.copyOf(now);
      compose();
    }
  }

  /// Replaces the composed prompt.
  public void restore(ZeroShotPrompt wanted) {
    if (wanted.equals(prompt.get())) {
      return;
    }
    batch.run(
        () -> {
          kind.set(wanted.template().kind());
          template.set(wanted.template().text());
          input.set(wanted.input());
          labels = wanted.labels();
        });
  }

  // Properties

  public ObjectProperty<ZeroShotKind> kindProperty() {
    return kind;
  }

  /// The typed template, with `{x}`.
  public StringProperty templateProperty() {
    return template;
  }

  public StringProperty inputProperty() {
    return input;
  }

  /// The reason why the typed template is invalid; empty if it is valid.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ZeroShotPrompt> promptProperty() {
    return prompt.getReadOnlyProperty();
  }
}
