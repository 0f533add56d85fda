package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kelvin.inference.LoadRecord;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.run.ChunkSize;
import kelvin.inference.run.RunPlan;
import kelvin.onnx.proof.ProofSentences;

/// The abilities of a graph, as shown by the load probes.
///
/// @param kind the fastest way to keep its states that passed
/// @param oneToken whether each run takes only one token
/// @param lastRowOnly whether only the last of several tokens has a row of logits
/// @param inFloat32 whether the graph was run in float32 instead of half precision
record GraphAbilities(
    CacheKind kind,
    int logitCount,
    boolean oneToken,
    boolean lastRowOnly,
    boolean inFloat32,
    List<ProbeOutcome> outcomes) {

  /// The probe that compares float32 with half precision.
  static final String FLOAT32 = "float32";

  /// A graph's rows are useless if one of these probes fails.
  private static final Set<String> ESSENTIAL =
      Set.of("finite", "causal", "buffers", "cache", "context", "crop");

  private static final String KIND = "cache";
  private static final String LOGIT_COUNT = "logitCount";
  private static final String ONE_TOKEN = "oneToken";
  private static final String LAST_ROW_ONLY = "lastRowOnly";
  private static final String IN_FLOAT32 = "inFloat32";

  /// States that cannot be cropped are stored after each run. After an edit, the tokens since the
  /// last stored state are run again.
  private static final int MAX_TOKENS_BETWEEN_STATES = 64;

  private static final String NOT_CAUSAL =
      "a later token changes the logits of earlier ones, so this is not a "
          + "causal language model but a masked one or an encoder.";

  /// Tries the ways to keep the graph's states, from the fastest on, until one passes.
  ///
  /// @param probeIds four ordinary token ids
  /// @param facts tell how coarsely the graph rounds
  /// @return the result of the last way if none passed
  /// @throws OrtException if no way runs
  static GraphAbilities of(
      GraphRunner runner, CacheModes modes, int[] probeIds, GraphFacts facts, ModelFolder folder)
      throws OrtException, ModelLoadException {
    var first = FirstRun.of(runner, modes, probeIds);
    check(first, folder, probeIds);
    try (var logits = runner.logitsBuffer(first.logitCount())) {
      var tried = new ArrayList<GraphAbilities>();
      var failures = new ArrayList<OrtException>();
      for (var kind : modes.candidates()) {
        if (first.oneToken() && kind == CacheKind.NONE) {
          continue;
        }
        var probes = new LoadProbes(runner, logits, probeIds, first, facts);
        try {
          runner.useCache(modes.open(kind));
          probes.run(kind);
        } catch (OrtException e) {
          failures.add(e);
          continue;
        }
        var abilities =
            new GraphAbilities(
                kind,
                first.logitCount(),
                first.oneToken(),
                first.lastRowOnly(),
                false,
                probes.outcomes());
        if (abilities.isTrusted()) {
          return abilities.after(tried);
        }
        tried.add(abilities);
      }
      if (tried.isEmpty() && failures.isEmpty()) {
        throw new ModelLoadException(
            folder.graph(),
            "it takes one token at a time, and no way to keep its states from one to the next gives"
                + " the right logits.",
            "Export the model again with its states as inputs and outputs.");
      }
      if (tried.isEmpty()) {
        throw failures.getLast();
      }
      return tried.getLast();
    }
  }

  /// Reads the result of an earlier load, if the record is complete.
  static Optional<GraphAbilities> of(LoadRecord found) {
    var facts = found.facts();
    var kind =
        Arrays.stream(CacheKind.values())
            .filter(value -> value.name().equals(facts.get(KIND)))
            .findFirst();
    var logitCount = facts.getOrDefault(LOGIT_COUNT, "");
    return kind.isPresent() && logitCount.matches("\\d{1,9}")
        ? Optional.of(
            new GraphAbilities(
                kind.get(),
                Integer.parseInt(logitCount),
                Boolean.parseBoolean(facts.get(ONE_TOKEN)),
                Boolean.parseBoolean(facts.get(LAST_ROW_ONLY)),
                Boolean.parseBoolean(facts.get(IN_FLOAT32)),
                found.probes()))
        : Optional.empty();
  }

  LoadRecord toRecord() {
    var facts =
        Map.of(
            KIND,
            kind.name(),
            LOGIT_COUNT,
            Integer.toString(logitCount),
            ONE_TOKEN,
            Boolean.toString(oneToken),
            LAST_ROW_ONLY,
            Boolean.toString(lastRowOnly),
            IN_FLOAT32,
            Boolean.toString(inFloat32));
    return new LoadRecord(facts, outcomes);
  }

  /// @throws ModelLoadException if the first run returned unusable rows
  private static void check(FirstRun first, ModelFolder folder, int[] probeIds)
      throws ModelLoadException {
    if (!first.isUsable()) {
      throw new ModelLoadException(
          folder.graph(),
          "the graph gives logits for " + first.rows().size() + " of 3 positions.",
          "Export it with logits for all positions.");
    }
    for (int id : probeIds) {
      if (id >= first.logitCount()) {
        throw new ModelLoadException(
            folder.graph(),
            "the graph gives "
                + first.logitCount()
                + " numbers for each position, fewer than there are tokens: these are not logits, or the tokenizer "
                + "belongs to another model.",
            ProofSentences.NEED_CAUSAL);
      }
    }
  }

  /// The result for a graph that was run in float32.
  ///
  /// @param comparison the comparison with half precision, if there is one
  GraphAbilities inFloat32(Optional<ProbeOutcome> comparison) {
    var abilities = new GraphAbilities(kind, logitCount, oneToken, lastRowOnly, true, outcomes);
    return abilities.with(comparison);
  }

  /// Adds an outcome.
  GraphAbilities with(Optional<ProbeOutcome> further) {
    var all = new ArrayList<>(outcomes);
    further.ifPresent(all::add);
    return new GraphAbilities(kind, logitCount, oneToken, lastRowOnly, inFloat32, all);
  }

  /// Adds the failed outcomes of the ways that were tried before.
  private GraphAbilities after(List<GraphAbilities> rejected) {
    var all = new ArrayList<>(outcomes);
    for (var other : rejected) {
      for (var outcome : other.outcomes()) {
        if (!outcome.passed()) {
          all.add(outcome.of(other.kind()));
        }
      }
    }
    return new GraphAbilities(kind, logitCount, oneToken, lastRowOnly, inFloat32, all);
  }

  Optional<ProbeOutcome> outcome(String probe) {
    return outcomes.stream().filter(outcome -> outcome.name().equals(probe)).findFirst();
  }

  boolean isTrusted() {
    boolean differsFromHalves = inFloat32 && failed(FLOAT32);
    return !differsFromHalves && ESSENTIAL.stream().noneMatch(this::failed);
  }

  /// @throws ModelLoadException if no way passed
  void refuseFailures(ModelFolder folder) throws ModelLoadException {
    if (failed("finite")) {
      throw new ModelLoadException(
          folder.graph(),
          "the graph's logits are not numbers (NaN or infinite) even for ordinary tokens.",
          "Numbers may be too large for its half precision: use the fp32 version.");
    }
    if (failed("causal")) {
      throw new ModelLoadException(folder.graph(), NOT_CAUSAL, ProofSentences.NEED_CAUSAL);
    }
    if (!isTrusted()) {
      throw new ModelLoadException(
          folder.graph(),
          "the logits with the graph's cache differ from those of the whole " + "context.",
          "Export the model again, with or without a cache.");
    }
  }

  /// Plans how prompts are split into runs.
  RunPlan plan(GraphSignature signature, LogitsBuffer logits) {
    int rows = logits.maxRowsPerRun();
    int maxTokens = signature.recurs() ? Math.min(MAX_TOKENS_BETWEEN_STATES, rows) : rows;
    return new RunPlan(
        kind != CacheKind.NONE,
        passed("continuation"),
        oneToken,
        lastRowOnly,
        signature.canLimitRows() && passed("row limit"),
        maxTokens,
        signature.recurs() ? MAX_TOKENS_BETWEEN_STATES : ChunkSize.unread(maxTokens));
  }

  private boolean failed(String probe) {
    return outcomes.stream().anyMatch(outcome -> outcome.name().equals(probe) && !outcome.passed());
  }

  private boolean passed(String probe) {
    return outcomes.stream().anyMatch(outcome -> outcome.name().equals(probe) && outcome.passed());
  }
}
