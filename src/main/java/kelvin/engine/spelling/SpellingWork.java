package kelvin.engine.spelling;

import java.util.Optional;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.PathStart;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Finds the probability of a text in the background, one run of the model a slice.
public final class SpellingWork extends CancellableWork {

  private static final int TOLD = 10;

  private final PathStart start;
  private final String text;
  private final int budget;
  private final Consumer<Found> onFound;
  private @Nullable SpellingTree tree;
  private @Nullable SpellingQuestion question;

  /// The spellings so far.
  ///
  /// @param usual the text as the tokenizer spells it after the prompt; empty until the end, where
  ///     tokens stand between prompt and text, and where the prompt's end would change
  /// @param isOver whether the search has ended
  public record Found(Spellings spellings, Optional<UsualSpelling> usual, boolean isOver) {}

  /// @param text at least one character
  /// @param budget the maximum number of runs
  /// @param onFound called on the thread that runs the slices
  /// @param onFailed receives a sentence for the user
  public SpellingWork(
      PathStart start,
      String text,
      int budget,
      Consumer<Found> onFound,
      Consumer<String> onFailed) {
    super(onFailed);
    this.start = start;
    this.text = text;
    this.budget = budget;
    this.onFound = onFound;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    var asked = question;
    var current = tree;
    if (asked == null || current == null) {
      asked = SpellingQuestion.of(start.in(model).ids(), text, budget);
      current = new SpellingTree(asked, model);
      question = asked;
      tree = current;
    }
    try (var _ = cancellation().onCancel(pause::cancel)) {
      if (current.end().isEmpty()) {
        current.expand(PathRun.after(asked.context(), current.next(), model.model(), pause));
      }
      var usual =
          current.end().isPresent() && start.tokens().isEmpty()
              ? UsualSpelling.of(model, start.prompt(), text, start.startToken(), pause)
              : Optional.<UsualSpelling>empty();
      cancellation().throwIfCancelled();
      tell(current, usual);
    }
    return current.end().isEmpty();
  }

  private void tell(SpellingTree current, Optional<UsualSpelling> usual) {
    boolean isOver = current.end().isPresent();
    if (isOver || current.runs() % TOLD == 0) {
      onFound.accept(
          new Found(current.snapshot(current.end().orElse(SearchEnd.CANCELLED)), usual, isOver));
    }
  }
}
