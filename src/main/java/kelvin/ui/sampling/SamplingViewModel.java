package kelvin.ui.sampling;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Dry;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.export.Tool;
import kelvin.distribution.export.ToolSettings;
import kelvin.text.Vocabulary;
import kelvin.ui.sampling.chain.ChainViewModel;
import kelvin.ui.sampling.chain.StageReport;
import kelvin.ui.sampling.chain.StageReports;
import kelvin.ui.sampling.chain.StageSettings;
import kelvin.ui.sampling.chain.TokenListViewModel;
import org.jspecify.annotations.Nullable;

/// The chain of stages, the settings of the draw, and their results.
public final class SamplingViewModel {

  private static final long DEFAULT_SEED = 42;

  private final ChainViewModel chain = new ChainViewModel();
  private final MetricsViewModel metrics = new MetricsViewModel();
  private final DrawTrialViewModel trial;
  private final PerplexityTarget perplexityTarget;
  private final TokenListViewModel biases = new TokenListViewModel(chain, StageKind.LOGIT_BIAS);
  private final TokenListViewModel suppressed =
      new TokenListViewModel(chain, StageKind.SUPPRESSED_TOKENS);
  private final StageReports reporter = new StageReports();
  private final ReadOnlyObjectWrapper<List<StageReport>> reports =
      new ReadOnlyObjectWrapper<>(this, "reports", List.of());
  private final LongProperty seed = new SimpleLongProperty(this, "seed", DEFAULT_SEED);
  private final ObjectProperty<DrawMode> mode =
      new SimpleObjectProperty<>(this, "mode", DrawMode.INVERSE_CDF);
  private final IntegerProperty vocabularySize =
      new SimpleIntegerProperty(this, "vocabularySize", 50_000);
  private final ReadOnlyStringWrapper draw = new ReadOnlyStringWrapper(this, "draw", "");
  private final ReadOnlyStringWrapper whyNoDraw = new ReadOnlyStringWrapper(this, "whyNoDraw", "");
  private Vocabulary vocabulary = Vocabulary.ofIds(0);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private @Nullable TruncatedDistribution shown;

  /// @param background runs what takes longer than a frame
  public SamplingViewModel(Executor background, Executor fxThread) {
    trial = new DrawTrialViewModel(background, fxThread);
    perplexityTarget =
        new PerplexityTarget(background, fxThread, found -> temperatureProperty().set(found));
    unit.subscribe(
        (_, now) -> {
          metrics.setUnit(now);
          show(shown);
        });
  }

  // Commands

  /// Resets everything to the model's own distribution.
  public void reset() {
    chain.reset();
  }

  /// Takes over the vocabulary of another model.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    biases.setVocabulary(vocabulary);
    suppressed.setVocabulary(vocabulary);
  }

  /// Shows the metrics of a distribution, or none.
  public void show(@Nullable TruncatedDistribution distribution) {
    shown = distribution;
    metrics.show(distribution);
    reports.set(distribution == null ? List.of() : reporter.of(distribution, unit.get()));
    whyNoDraw.set(
        distribution == null
            ? ""
            : TopBounds.of(distribution).flatMap(TopBounds::whyNoDraw).orElse(""));
  }

  /// The reason why nothing can be drawn many times; empty if it can.
  String whyNoTrial() {
    return shown == null
        ? "There is nothing to draw from yet: the model has given no distribution."
        : whyNoDraw.get();
  }

  /// Shows a sentence about the next draw.
  public void showDraw(String sentence) {
    draw.set(sentence);
  }

  /// Draws many times from the visible distribution; does nothing if there is a reason against it.
  public void drawMany() {
    var distribution = shown;
    if (distribution != null && whyNoDraw.get().isEmpty()) {
      var words = vocabulary;
      var ranked = distribution.logits();
      trial.draw(
          distribution,
          mode.get(),
          seed.get(),
          rank -> words.visibleText(ranked.tokenAtRank(rank)));
    }
  }

  /// Searches for the temperature that gives the perplexity in the input.
  public void aimAtPerplexity(String typed) {
    perplexityTarget.aim(
        typed,
        Optional.ofNullable(shown).map(now -> now.logits()),
        chain.chainProperty().get().active(StageKind.DYNAMIC_TEMPERATURE).isPresent());
  }

  /// Sets DRY's breakers to those of llama.cpp that are tokens of this model.
  public void useLlamaCppBreakers() {
    var breakers =
        Stream.of("\n", ":", "\"", "*")
            .flatMap(text -> vocabulary.find(text).stream().boxed())
            .map(List::of)
            .toList();
    var dry = (Dry) chain.chainProperty().get().find(StageKind.DRY).orElseThrow().stage();
    chain.put(new Dry(dry.multiplier(), dry.base(), dry.allowed(), dry.last(), breakers));
  }

  /// The chain as settings of another tool.
  public ToolSettings settingsFor(Tool tool) {
    return tool.settings(chain.chainProperty().get());
  }

  // Parts

  /// The stages, for editing.
  public ChainViewModel chain() {
    return chain;
  }

  public MetricsViewModel metrics() {
    return metrics;
  }

  public DrawTrialViewModel trial() {
    return trial;
  }

  PerplexityTarget perplexityTarget() {
    return perplexityTarget;
  }

  /// The token list of a stage that works on single tokens.
  public TokenListViewModel tokens(StageKind kind) {
    return kind == StageKind.LOGIT_BIAS ? biases : suppressed;
  }

  // Properties

  /// The stages in order, including those that are off.
  public ReadOnlyObjectProperty<SamplerChain> chainProperty() {
    return chain.chainProperty();
  }

  /// The effect of each stage that is on, in order.
  ReadOnlyObjectProperty<List<StageReport>> reportsProperty() {
    return reports.getReadOnlyProperty();
  }

  /// τ; 0 for greedy, 1 while its stage is off.
  public DoubleProperty temperatureProperty() {
    return main(StageKind.TEMPERATURE);
  }

  /// 0 for off.
  public DoubleProperty topKProperty() {
    return main(StageKind.TOP_K);
  }

  /// 1 for off.
  public DoubleProperty topPProperty() {
    return main(StageKind.TOP_P);
  }

  /// 0 for off.
  public DoubleProperty minPProperty() {
    return main(StageKind.MIN_P);
  }

  private DoubleProperty main(StageKind kind) {
    return chain.setting(StageSettings.of(kind, vocabularySize.get()).getFirst());
  }

  /// The unit of entropies.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  public LongProperty seedProperty() {
    return seed;
  }

  public ObjectProperty<DrawMode> modeProperty() {
    return mode;
  }

  /// The greatest value of top-k.
  public IntegerProperty vocabularySizeProperty() {
    return vocabularySize;
  }

  public ReadOnlyStringProperty drawProperty() {
    return draw.getReadOnlyProperty();
  }

  /// The reason why nothing can be drawn from the visible distribution, with what to set; empty if
  /// the draw is known.
  public ReadOnlyStringProperty whyNoDrawProperty() {
    return whyNoDraw.getReadOnlyProperty();
  }
}
