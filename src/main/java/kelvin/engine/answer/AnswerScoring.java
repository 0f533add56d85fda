package kelvin.engine.answer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenScore;
import kelvin.engine.SlicedWork;
import kelvin.engine.path.CompensatedSum;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Gives the joint probability, after one context, of answers that were found after another one.
/// One run of the model per answer and slice.
///
/// Only the most probable path of an answer is followed, with all tokens that end it there. Other
/// paths with the same text are left out, so the number is a lower bound, most often to many
/// digits.
public final class AnswerScoring implements SlicedWork {

  private final AnswerQuestion question;
  private final List<Answer> answers;
  private final Consumer<Scored> listener;
  private final Cancellation cancellation = new Cancellation();

  /// The index of the next answer.
  private int at;

  /// An answer with its probability after the other context.
  ///
  /// @param logProbability nats; empty if it cannot be scored, as where the context is full
  public record Scored(String text, OptionalDouble logProbability) {}

  /// @param question has the context and the stop text; its limits do not matter
  /// @param answers complete ones
  /// @param listener called on the thread that runs the slices
  public AnswerScoring(AnswerQuestion question, List<Answer> answers, Consumer<Scored> listener) {
    this.question = question;
    this.answers = List.copyOf(answers);
    this.listener = listener;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    if (at < answers.size()) {
      var answer = answers.get(at);
      OptionalDouble score;
      try (var _ = cancellation.onCancel(pause::cancel)) {
        score = score(answer, model, pause);
      }
      at++;
      cancellation.throwIfCancelled();
      listener.accept(new Scored(answer.text(), score));
    }
    return at < answers.size();
  }

  private OptionalDouble score(Answer answer, LoadedModel model, Cancellation pause) {
    var descriptor = model.descriptor();
    var path = answer.ids().subList(0, answer.ids().size() - 1);
    int length = question.context().size();
    if (length + path.size() > descriptor.contextLength().orElse(Integer.MAX_VALUE)) {
      return OptionalDouble.empty();
    }
    var along = new Along(path, length - 1);
    var ids =
        Stream.concat(question.context().stream(), path.stream())
            .mapToInt(Integer::intValue)
            .toArray();
    model.model().run(ids, length - 1, along::take, pause);
    var search =
        new StopSearch(
            question.stopText(), model.tokenizer().vocabulary(), descriptor.endOfTextIds());
    return OptionalDouble.of(along.sum + ending(answer.text(), path, along.last, search));
  }

  /// The logarithm of the probability of all tokens that end the path with this text.
  private static double ending(
      String text, List<Integer> path, List<Logits> last, StopSearch search) {
    var after = Distribution.of(last.getFirst(), 1);
    int state = 0;
    var bytes = new ByteArrayOutputStream();
    for (int id : path) {
      state = search.stateAfter(state, id);
      bytes.writeBytes(search.bytes(id));
    }
    var sum = new CompensatedSum();
    for (var ending : search.endings(state, after.count()).list()) {
      if (ending.textAfter(bytes.toByteArray()).equals(text)) {
        ending.ids().forEach(id -> sum.add(after.probabilityOfToken(id)));
      }
    }
    return StrictMath.log(sum.value());
  }

  /// The rows of logits along a path.
  private static final class Along {

    private final List<Integer> path;
    private final int from;
    private final List<Logits> last = new ArrayList<>(1);
    private double sum;

    /// @param from the position of the first row
    Along(List<Integer> path, int from) {
      this.path = path;
      this.from = from;
    }

    void take(int position, float[] row) {
      int index = position - from;
      if (index < path.size()) {
        sum += TokenScore.of(row, path.get(index)).logProbability();
      } else {
        last.add(Logits.owning(row.clone()));
      }
    }
  }

  /// Cancels the scoring. Nothing is reported after this, except for a call that is already in
  /// progress.
  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /// The answers that are left have no score.
  @Override
  public void fail(String reason) {
    for (; at < answers.size(); at++) {
      listener.accept(new Scored(answers.get(at).text(), OptionalDouble.empty()));
    }
  }
}
