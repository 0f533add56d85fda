package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Scores labels on the caller's thread, for callers that can wait.
public final class LabelScorer {

  private final LoadedModel model;

  public LabelScorer(LoadedModel model) {
    this.model = model;
  }

  /// @throws InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  public LabelScores score(LabelQuestion question, Cancellation cancellation) {
    return scoreAll(List.of(question), _ -> {}, cancellation).getFirst();
  }

  /// Scores all questions, in their order.
  ///
  /// @param progress called after each question
  /// @throws InferenceException before anything runs, if a question is invalid
  public List<LabelScores> scoreAll(
      List<LabelQuestion> questions, Consumer<SweepProgress> progress, Cancellation cancellation) {
    var answers = new ArrayList<LabelScores>(Collections.nCopies(questions.size(), null));
    var sweep =
        new LabelSweep(
            questions,
            new SweepListener() {
              @Override
              public void scored(int index, LabelScores scores, SweepProgress soFar) {
                answers.set(index, scores);
                progress.accept(soFar);
              }

              @Override
              public void failed(String reason) {
                throw new InferenceException(reason);
              }

              @Override
              public void tooLong(ContextOverflowException overflow) {
                throw overflow;
              }
            });
    while (sweep.runSlice(model, cancellation)) {
      cancellation.throwIfCancelled();
    }
    return List.copyOf(answers);
  }
}
