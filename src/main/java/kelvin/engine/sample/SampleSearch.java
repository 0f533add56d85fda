package kelvin.engine.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.LongStream;
import kelvin.engine.Generation.Stop;
import kelvin.engine.path.PathRun;
import kelvin.engine.path.TokenPath;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Draws many samples as one walk through the tree of their tokens: samples that begin alike run
/// the model together, so each beginning runs once.
public final class SampleSearch {

  private final LoadedModel loaded;
  private final SampleQuestion question;
  private final Branching branching;
  private final SampleCount count;
  private final Deque<Beginning> open = new ArrayDeque<>();
  private int runs;
  private int whole;

  SampleSearch(LoadedModel loaded, SampleQuestion question) {
    this.loaded = loaded;
    this.question = question;
    branching = new Branching(question);
    count = new SampleCount(question.count(), loaded.tokenizer().vocabulary());
    long first = question.settings().seed();
    open.push(
        branching.start(
            LongStream.range(0, question.count()).map(i -> first + i).boxed().toList()));
  }

  /// Draws on the caller's thread. There is no result of a part: the samples that are whole early
  /// begin alike, so they say nothing about all.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  public static Samples run(
      LoadedModel loaded, SampleQuestion question, Cancellation cancellation) {
    return new SampleSearch(loaded, question).run(cancellation);
  }

  private Samples run(Cancellation cancellation) {
    while (isOpen()) {
      cancellation.throwIfCancelled();
      step(cancellation);
    }
    return result();
  }

  /// True while there are samples that are not whole.
  boolean isOpen() {
    return !open.isEmpty();
  }

  /// Takes the next beginning. A run that is cancelled leaves everything as it was.
  void step(Cancellation cancellation) {
    var beginning = open.getFirst();
    var stop = stop(beginning.path());
    if (stop.isPresent()) {
      open.pop();
      count.add(beginning, stop.get());
      whole += beginning.seeds().size();
    } else {
      var after = PathRun.after(question.context(), beginning.path(), loaded.model(), cancellation);
      open.pop();
      runs++;
      branching.next(beginning, after).forEach(open::push);
    }
  }

  /// The number of samples that are whole.
  int whole() {
    return whole;
  }

  Samples result() {
    return count.result(branching.isTested(), runs);
  }

  private Optional<Stop> stop(TokenPath path) {
    int length = path.length();
    var descriptor = loaded.model().descriptor();
    if (descriptor.endOfTextIds().contains(path.id())) {
      return Optional.of(Stop.END_OF_TEXT);
    }
    if (length >= question.settings().maxTokens()) {
      return Optional.of(Stop.MAX_TOKENS);
    }
    int limit = descriptor.contextLength().orElse(Integer.MAX_VALUE);
    return length > 0 && question.context().size() + length >= limit
        ? Optional.of(Stop.CONTEXT_FULL)
        : Optional.empty();
  }
}
