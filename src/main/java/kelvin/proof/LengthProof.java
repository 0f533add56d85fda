package kelvin.proof;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntPredicate;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;
import kelvin.inference.ProofResult.Fault;
import kelvin.inference.ProofResult.FaultKind;
import org.jspecify.annotations.Nullable;

/// Proves a model at length: a long text in one run against the same text one by one, in random
/// portions and after crops; rows before a cut against other tokens after it; the same tokens at
/// other positions; and texts in batches against single runs.
///
/// It works in parts, so that a window stays usable meanwhile. Use it on the thread of the model.
public final class LengthProof {

  /// The number of tokens that a model is proved for, if its context is not shorter.
  public static final int MAX_LENGTH = 256;

  /// The logits of the run of the whole text take at most this much memory.
  private static final long MAX_LOGITS_BYTES = 256L << 20;

  private static final int MIN_LENGTH = 8;

  private static final Logger LOG = System.getLogger(LengthProof.class.getName());

  private final ModelRuns runs;
  private final int vocabularySize;
  private final IntPredicate ordinary;
  private int length;
  private final Queue<Comparison> waiting = new ArrayDeque<>();
  private final Map<String, ProbeOutcome> outcomes = new LinkedHashMap<>();
  private int planned;
  private boolean begun;
  private @Nullable ProofResult result;

  private LengthProof(ModelRuns runs, int vocabularySize, int length, IntPredicate ordinary) {
    this.runs = runs;
    this.vocabularySize = vocabularySize;
    this.length = length;
    this.ordinary = ordinary;
  }

  /// The proof that a model needs; none if it was proved before or cannot be run in portions.
  public static Optional<LengthProof> of(LoadedModel loaded) {
    var model = loaded.model();
    var vocabulary = loaded.tokenizer().vocabulary();
    int size = Math.min(model.descriptor().logitCount(), vocabulary.size());
    return model
        .proofRuns()
        .filter(runs -> !runs.isProved())
        .map(runs -> new LengthProof(runs, size, lengthOf(model), id -> !vocabulary.isSpecial(id)));
  }

  /// Returns whether a proof of this model came to its end without a fault.
  public static boolean reached(ModelDescriptor descriptor) {
    int context = descriptor.contextLength().orElse(MIN_LENGTH);
    return descriptor.provedLength() >= Math.min(MIN_LENGTH, context);
  }

  private static int lengthOf(LanguageModel model) {
    var descriptor = model.descriptor();
    long fitting = MAX_LOGITS_BYTES / (4L * descriptor.logitCount());
    int context = descriptor.contextLength().orElse(MAX_LENGTH);
    return (int) Math.min(Math.min(MAX_LENGTH, context), Math.max(fitting, MIN_LENGTH));
  }

  /// Runs the next part.
  ///
  /// @return whether there is more to do
  /// @throws CancelledException if cancelled; the next call repeats the part
  public boolean runNext(Cancellation cancellation) {
    if (result != null) {
      return false;
    }
    try {
      if (!begun) {
        begin(cancellation);
      } else {
        compare(cancellation);
      }
    } finally {
      runs.crop(0);
    }
    return result == null;
  }

  private void begin(Cancellation cancellation) {
    var text = ProofText.of(length, vocabularySize, ordinary);
    ReferenceRows reference;
    try {
      reference = ReferenceRows.of(runs, text, cancellation);
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException | OutOfMemoryError e) {
      // The graph may have room for fewer tokens than its folder says, or the memory for fewer
      // rows.
      LOG.log(Level.INFO, "proof of " + length + " tokens", e);
      length /= 2;
      if (length < MIN_LENGTH) {
        end(ProofResult.unfinished(List.of()));
      }
      return;
    }
    begun = true;
    if (!reference.isValid()) {
      var fault = new Fault(FaultKind.NUMBERS, reference.firstInvalid());
      end(ProofResult.faulty(List.of(), fault));
      return;
    }
    // The other comparisons allow what rounding changes, so that is measured before them.
    waiting.addAll(RoundingComparison.all(runs, text, reference));
    // A leak also makes steps differ from one run, so it is looked for first.
    waiting.addAll(CausalComparison.all(runs, text, reference));
    waiting.addAll(new CacheComparisons(runs, text, reference).all());
    waiting.addAll(PositionComparison.all(runs, text));
    waiting.addAll(BatchComparison.all(runs, text));
    planned = waiting.size() + 1;
    endIfDone();
  }

  private void compare(Cancellation cancellation) {
    var comparison = waiting.element();
    Comparison.Finding finding;
    try {
      finding = comparison.run(cancellation);
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException | OutOfMemoryError e) {
      // Only a difference is a fault. A run that fails here fails with a sentence later, too.
      LOG.log(Level.WARNING, comparison.about().name(), e);
      end(ProofResult.unfinished(List.copyOf(outcomes.values())));
      return;
    }
    waiting.remove();
    add(comparison.about(), finding);
    boolean wrong = finding.wrongLength().isPresent();
    if (wrong && !comparison.isEssential()) {
      waiting.removeIf(other -> other.about().equals(comparison.about()));
    }
    if (wrong && comparison.isEssential()) {
      var fault = new Fault(comparison.about().fault(), finding.wrongLength().getAsInt());
      end(ProofResult.faulty(List.copyOf(outcomes.values()), fault));
    } else {
      endIfDone();
    }
  }

  /// Joins the findings of one name in one outcome.
  private void add(Comparison.About about, Comparison.Finding finding) {
    var before = outcomes.get(about.name());
    double largest =
        before == null
            ? finding.largest()
            : Math.max(before.largestDifference(), finding.largest());
    outcomes.put(
        about.name(),
        new ProbeOutcome(about.name(), about.question(), finding.wrongLength().isEmpty(), largest));
  }

  private void endIfDone() {
    if (waiting.isEmpty()) {
      end(ProofResult.passed(length, List.copyOf(outcomes.values())));
    }
  }

  private void end(ProofResult ended) {
    waiting.clear();
    result = ended;
    runs.end(ended);
  }

  /// The share of the work that is done, 0 to 1.
  public double progress() {
    return planned == 0 ? 0 : (double) (planned - waiting.size()) / planned;
  }

  /// The result, once there is no more to do.
  public Optional<ProofResult> result() {
    return Optional.ofNullable(result);
  }
}
