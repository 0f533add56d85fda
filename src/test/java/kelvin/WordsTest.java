package kelvin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kelvin.display.Compared;
import kelvin.display.DifferenceOf;
import kelvin.display.EvaluationPlot;
import kelvin.display.LogitsMemory;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.TopK;
import kelvin.distribution.export.Tool;
import kelvin.engine.Generation;
import kelvin.engine.inside.Similarity;
import kelvin.engine.label.Normalization;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.StartToken;
import kelvin.inference.inner.TokenVectors;
import kelvin.prompt.Composition;
import kelvin.prompt.DropRule;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.lint.LintRule;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.figure.FigureFormat;
import org.junit.jupiter.api.Test;

/// The words that stand in files and on the command line. None may change: files and scripts of
/// users have them.
class WordsTest {

  @Test
  void ofSampling() {
    assertWords(SamplerPreset.values(), SamplerPreset::label, "hf", "llama.cpp", "vllm");
    assertWords(DrawMode.values(), DrawMode::label, "inverse-cdf", "gumbel", "greedy");
    assertWords(
        StageKind.values(),
        StageKind::label,
        "logit-bias",
        "suppressed-tokens",
        "repetition-penalty",
        "frequency-penalty",
        "presence-penalty",
        "no-repeat-ngram",
        "dry",
        "temperature",
        "dynamic-temperature",
        "top-k",
        "top-p",
        "min-p",
        "typical-p",
        "epsilon-cutoff",
        "eta-cutoff",
        "top-n-sigma",
        "top-h",
        "xtc",
        "mirostat-1",
        "mirostat-2");
    assertWords(Tool.values(), Tool::label, "transformers", "llama.cpp", "vllm");
  }

  @Test
  void ofTheSettingsOfStages() {
    assertSettings(StageKind.LOGIT_BIAS, "biases");
    assertSettings(StageKind.SUPPRESSED_TOKENS, "sequences");
    assertSettings(StageKind.REPETITION_PENALTY, "last", "penalty", "prompt");
    assertSettings(StageKind.FREQUENCY_PENALTY, "last", "penalty", "prompt");
    assertSettings(StageKind.PRESENCE_PENALTY, "last", "penalty", "prompt");
    assertSettings(StageKind.NO_REPEAT_NGRAM, "n");
    assertSettings(StageKind.DRY, "allowed", "base", "breakers", "last", "multiplier");
    assertSettings(StageKind.TEMPERATURE, "temperature");
    assertSettings(StageKind.DYNAMIC_TEMPERATURE, "exponent", "range", "temperature");
    assertSettings(StageKind.TOP_K, "k", "least", "ties");
    assertSettings(StageKind.TOP_P, "least", "p");
    assertSettings(StageKind.MIN_P, "least", "p");
    assertSettings(StageKind.TYPICAL, "least", "mass");
    assertSettings(StageKind.EPSILON_CUTOFF, "cutoff", "least");
    assertSettings(StageKind.ETA_CUTOFF, "cutoff", "least");
    assertSettings(StageKind.TOP_N_SIGMA, "n");
    assertSettings(StageKind.TOP_H, "h");
    assertSettings(StageKind.XTC, "probability", "threshold");
    assertSettings(StageKind.MIROSTAT_1, "rate", "target");
    assertSettings(StageKind.MIROSTAT_2, "rate", "target");
  }

  @Test
  void ofTies() {
    for (var ties : TopK.Ties.values()) {
      var word = ties == TopK.Ties.KEEP ? "keep" : "exact";

      assertEquals(word, new TopK(3, ties).settings().get("ties"));
      assertEquals(
          new TopK(3, ties), StageKind.TOP_K.read(Map.<String, Object>of("k", 3, "ties", word)));
    }
  }

  @Test
  void ofTheComparison() {
    assertWords(
        Compared.values(), Compared::label, "token", "labels", "answers", "text", "exports");
    assertWords(DifferenceOf.values(), DifferenceOf::label, "drawn", "scaled");
  }

  @Test
  void ofMemory() {
    assertWords(LogitsMemory.values(), LogitsMemory::label, "32 MB", "128 MB", "512 MB", "2 GB");
  }

  @Test
  void ofPrompts() {
    assertWords(
        ZeroShotKind.values(),
        ZeroShotKind::label,
        "question",
        "cloze",
        "classification",
        "translation",
        "summarisation",
        "reasoning",
        "own");
    assertEquals(
        List.of("Q / A", "Input / Output", "arrows", "colons"),
        Layout.ALL.stream().map(Layout::name).toList());
    assertEquals("own", Layout.OWN);
    assertWords(Composition.values(), Composition::label, "text", "zero-shot", "few-shot", "chat");
    assertWords(Similarity.values(), Similarity::label, "cosine", "dot");
    assertWords(TokenVectors.Matrix.values(), TokenVectors.Matrix::label, "input", "output");
    assertWords(StartToken.values(), StartToken::label, "auto", "always", "never");
    assertWords(DropRule.values(), DropRule::label, "first", "last", "longest");
    assertWords(
        LintRule.values(),
        LintRule::label,
        "trailing-space",
        "label-boundary",
        "label-prefix",
        "separator-inside",
        "inconsistent-spaces",
        "double-start-token",
        "example-is-question",
        "label-lengths",
        "context-nearly-full",
        "one-label-only",
        "empty-example");
  }

  @Test
  void ofMeasurements() {
    assertWords(
        Normalization.values(),
        Normalization::label,
        "none",
        "tokens",
        "characters",
        "bytes",
        "pmi",
        "contextual");
    assertWords(
        SweepKind.values(), SweepKind::label, "shots", "order", "template", "leave-one-out");
    assertWords(
        Generation.Stop.values(),
        Generation.Stop::label,
        "max-tokens",
        "end-of-text",
        "context-full",
        "cancelled");
    assertWords(
        ModelDescriptor.CacheKind.values(),
        ModelDescriptor.CacheKind::label,
        "none",
        "chained",
        "two buffers in turn",
        "shared buffer");
  }

  @Test
  void ofFigureFiles() {
    assertWords(FigureFormat.values(), FigureFormat::ending, ".png", ".svg", ".csv", ".json");
    assertWords(
        EvaluationPlot.values(),
        EvaluationPlot::label,
        "all",
        "confusion",
        "reliability",
        "risk",
        "shares",
        "label-mass");
  }

  private static <E extends Enum<E>> void assertWords(
      E[] constants, Function<E, String> word, String... expected) {
    assertEquals(List.of(expected), Stream.of(constants).map(word).toList());
  }

  private static void assertSettings(StageKind kind, String... names) {
    assertEquals(List.of(names), kind.standard().settings().keySet().stream().sorted().toList());
  }
}
