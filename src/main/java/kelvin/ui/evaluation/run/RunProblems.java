package kelvin.ui.evaluation.run;

import java.util.IdentityHashMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps a problem for each run, and says that of the run on show. So a failure is still told when
/// the user looked at another run meanwhile.
public final class RunProblems {

  /// By the run, of which each is different.
  private final IdentityHashMap<EvaluatedRun, String> all = new IdentityHashMap<>();

  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private @Nullable EvaluatedRun shown;

  public void show(@Nullable EvaluatedRun wanted) {
    shown = wanted;
    said.set(wanted == null ? "" : all.getOrDefault(wanted, ""));
  }

  /// @param sentence empty for no problem
  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  public void say(EvaluatedRun of, String sentence) {
    all.put(of, sentence);
    if (shown == of) {
      said.set(sentence);
    }
  }

  /// The problem of the run on show; empty if there is none.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }
}
