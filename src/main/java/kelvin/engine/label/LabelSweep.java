package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kelvin.distribution.TokenScore;
import kelvin.engine.PassageScorer;
import kelvin.engine.SlicedWork;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Answers many label questions, one run of the model per slice: a passage, or several in a batch
/// where that is faster. Runs the tokens that their prompts share only once.
///
/// The live label scores of one prompt are a sweep with one question. Runs on one thread;
/// `cancel` may be called from any thread.
public final class LabelSweep implements SlicedWork {

  private final QuestionSource source;
  private final SweepListener listener;
  private final Cancellation cancellation = new Cancellation();

  private @Nullable List<LabelQuestion> questions;

  /// The questions encoded so far. A paused sweep goes on encoding where it stopped.
  private final List<EncodedQuestion> encoded = new ArrayList<>();

  private @Nullable Run run;

  /// @param listener called on the thread that runs the slices
  public LabelSweep(List<LabelQuestion> questions, SweepListener listener) {
    this(_ -> questions, listener);
  }

  /// A sweep whose questions are made in its first slice.
  ///
  /// @param listener called on the thread that runs the slices
  public LabelSweep(QuestionSource source, SweepListener listener) {
    this.source = source;
    this.listener = listener;
  }

  /// Encodes all questions, so that an invalid one is reported before anything runs.
  ///
  /// @param pause looked at between two questions, when they are made and when they are encoded
  /// @return the cost of the sweep
  /// @throws kelvin.inference.InferenceException when a question is invalid, for example because
  ///     a prompt exceeds the context
  public SweepProgress prepare(LoadedModel model, Cancellation pause) {
    return prepareRun(model, pause).progress();
  }

  private Run prepareRun(LoadedModel model, Cancellation pause) {
    var current = run;
    if (current == null) {
      var limit = model.descriptor().contextLength();
      var all = questions(pause);
      for (var question : all.subList(encoded.size(), all.size())) {
        encoded.add(EncodedQuestion.of(model.tokenizer(), question, limit, pause));
      }
      current = new Run(model, encoded, pause);
      run = current;
    }
    return current;
  }

  private List<LabelQuestion> questions(Cancellation pause) {
    var known = questions;
    if (known == null) {
      known = List.copyOf(source.questions(pause));
      questions = known;
    }
    return known;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    try (var _ = cancellation.onCancel(pause::cancel)) {
      var prepared = prepareRun(model, pause);
      if (!prepared.isDone()) {
        prepared.runNext(pause, listener);
      }
      return !prepared.isDone();
    } catch (ContextOverflowException e) {
      listener.tooLong(e);
      return false;
    }
  }

  /// Cancels the sweep. Nothing is reported after this, except for a call that is already in
  /// progress.
  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void fail(String reason) {
    listener.failed(reason);
  }

  /// The state of a running sweep.
  private static final class Run {

    private final LoadedModel model;
    private final List<EncodedQuestion> encoded;
    private final PassageOrder order;
    private final PassageScorer scorer;
    private final Optional<PassageBatches> batches;

    /// Indexed by question and spelling; null until scored.
    private final ScoredLabel[][] scored;

    private int next;
    private int done;
    private long tokens;
    private long nanos;

    Run(LoadedModel model, List<EncodedQuestion> encoded, Cancellation pause) {
      this.model = model;
      this.encoded = List.copyOf(encoded);
      var passages = new ArrayList<Passage>();
      scored = new ScoredLabel[encoded.size()][];
      for (int i = 0; i < encoded.size(); i++) {
        var question = encoded.get(i);
        var ofQuestion = question.passages(i);
        passages.addAll(ofQuestion);
        scored[i] = new ScoredLabel[ofQuestion.size()];
      }
      order = new PassageOrder(passages, pause);
      scorer = new PassageScorer(model.model());
      batches = model.model().batchRuns().map(runs -> new PassageBatches(runs, order));
    }

    boolean isDone() {
      return next == order.size();
    }

    void runNext(Cancellation pause, SweepListener listener) {
      var group = batches.flatMap(each -> each.next(next));
      if (group.isPresent()) {
        runGroup(group.get(), pause, listener);
      } else {
        runAlone(pause, listener);
      }
      if (isDone()) {
        model.model().batchRuns().ifPresent(BatchRuns::release);
      }
    }

    private void runAlone(Cancellation pause, SweepListener listener) {
      long begin = System.nanoTime();
      var passage = order.get(next);
      var scores = scorer.score(passage.ids(), passage.from(), pause);
      nanos += System.nanoTime() - begin;
      batches.ifPresent(each -> each.ranAlone(next));
      take(passage, scores, listener);
    }

    private void runGroup(PassageGroup group, Cancellation pause, SweepListener listener) {
      long begin = System.nanoTime();
      var runs = model.model().batchRuns().orElseThrow();
      var scores = group.score(runs, pause);
      nanos += System.nanoTime() - begin;
      batches.ifPresent(each -> each.ran(group));
      for (int i = 0; i < group.passages().size(); i++) {
        take(group.passages().get(i), scores.get(i), listener);
      }
    }

    private void take(Passage passage, List<TokenScore> scores, SweepListener listener) {
      scored[passage.question()][passage.label()] = label(passage, scores);
      tokens += order.cost(next);
      next++;
      reportIfComplete(passage.question(), listener);
    }

    private void reportIfComplete(int index, SweepListener listener) {
      if (Arrays.stream(scored[index]).allMatch(Objects::nonNull)) {
        done++;
        var question = encoded.get(index);
        listener.scored(
            index,
            new LabelScores(
                question.question(),
                joined(question.question(), List.of(scored[index])),
                question.boundary()),
            progress());
      }
    }

    /// Joins the spellings of each label.
    private static List<ScoredLabel> joined(LabelQuestion question, List<ScoredLabel> spellings) {
      var labels = new ArrayList<ScoredLabel>();
      int from = 0;
      for (var others : question.others()) {
        int to = from + 1 + others.size();
        var first = spellings.get(from);
        labels.add(new ScoredLabel(first.text(), first.tokens(), spellings.subList(from + 1, to)));
        from = to;
      }
      return labels;
    }

    private ScoredLabel label(Passage passage, List<TokenScore> scores) {
      var vocabulary = model.tokenizer().vocabulary();
      var tokens = new ArrayList<LabelToken>();
      for (int i = 0; i < scores.size(); i++) {
        int position = passage.from() + i;
        int id = passage.ids()[position];
        tokens.add(
            new LabelToken(
                position, id, vocabulary.text(id), vocabulary.visibleText(id), scores.get(i)));
      }
      var spelled = encoded.get(passage.question()).question().spelled();
      var text = spelled.stream().flatMap(List::stream).toList().get(passage.label());
      return new ScoredLabel(text, tokens);
    }

    SweepProgress progress() {
      return new SweepProgress(
          done, encoded.size(), tokens, order.totalCost(), order.naiveCost(), nanos / 1e9);
    }
  }
}
