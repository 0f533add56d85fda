package kelvin.ui.sampling;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.TruncationStage;
import kelvin.ui.control.Numbers;
import org.jspecify.annotations.Nullable;

/// The sampling parameters, how the next token is drawn, and the numbers that they lead to.
public final class SamplingViewModel {

  private static final long DEFAULT_SEED = 42;

  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private final DoubleProperty topK = new SimpleDoubleProperty(this, "topK", 0);
  private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);
  private final DoubleProperty minP = new SimpleDoubleProperty(this, "minP", 0);
  private final LongProperty seed = new SimpleLongProperty(this, "seed", DEFAULT_SEED);
  private final ObjectProperty<DrawMode> mode =
      new SimpleObjectProperty<>(this, "mode", DrawMode.INVERSE_CDF);
  private final IntegerProperty vocabularySize =
      new SimpleIntegerProperty(this, "vocabularySize", 50_000);
  private final ObjectProperty<SamplerPreset> order =
      new SimpleObjectProperty<>(this, "order", SamplerPreset.HUGGING_FACE);
  private final ObjectBinding<SamplerChain> chain =
      Bindings.createObjectBinding(this::readChain, temperature, topK, topP, minP, order);
  private final ObservableList<WaterfallLine> waterfall = FXCollections.observableArrayList();

  private final ReadOnlyStringWrapper entropy = new ReadOnlyStringWrapper(this, "entropy", "–");
  private final ReadOnlyStringWrapper perplexity =
      new ReadOnlyStringWrapper(this, "perplexity", "–");
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper(this, "kept", "–");
  private final ReadOnlyStringWrapper removedMass =
      new ReadOnlyStringWrapper(this, "removedMass", "–");
  private final ReadOnlyStringWrapper draw = new ReadOnlyStringWrapper(this, "draw", "");

  // Commands

  /// Back to the model's own distribution.
  public void reset() {
    temperature.set(1);
    topK.set(0);
    topP.set(1);
    minP.set(0);
  }

  /// Shows the numbers of a distribution, or none.
  public void show(@Nullable TruncatedDistribution distribution) {
    if (distribution == null) {
      entropy.set("–");
      perplexity.set("–");
      kept.set("–");
      removedMass.set("–");
      waterfall.clear();
      return;
    }
    var scaled = distribution.scaled();
    entropy.set(Numbers.threeDigits(Numbers.bits(scaled.entropy())));
    perplexity.set(Numbers.threeDigits(scaled.perplexity()));
    kept.set(Numbers.count(distribution.keptCount()));
    removedMass.set(Numbers.percent(distribution.removedMass()));
    waterfall.setAll(waterfallOf(distribution));
  }

  /// Says in words what the next draw does.
  public void showDraw(String sentence) {
    draw.set(sentence);
  }

  /// The stages that are set, in the order and with the tie rule of the chosen engine.
  private SamplerChain readChain() {
    var like = order.get().chain();
    var stages = new ArrayList<SamplerStage>();
    stages.add(new Temperature(temperature.get()));
    if (topK.get() > 0) {
      var ties = like.find(StageKind.TOP_K).map(entry -> ((TopK) entry.stage()).ties());
      stages.add(new TopK((int) topK.get(), ties.orElse(TopK.Ties.KEEP)));
    }
    if (topP.get() < 1) {
      stages.add(new TopP(topP.get()));
    }
    if (minP.get() > 0) {
      stages.add(new MinP(minP.get()));
    }
    var kinds = like.entries().stream().map(entry -> entry.stage().kind()).toList();
    return SamplerChain.of(stages.toArray(SamplerStage[]::new)).ordered(kinds);
  }

  private static List<WaterfallLine> waterfallOf(TruncatedDistribution distribution) {
    return distribution.outcomes().stream()
        .filter(outcome -> outcome.stage() instanceof TruncationStage)
        .map(
            outcome ->
                new WaterfallLine(
                    outcome.stage().name(),
                    Numbers.count(outcome.keptAfter()),
                    Numbers.percent(outcome.removedMass())))
        .toList();
  }

  // Properties

  /// The stages that are on, in order.
  public ObjectBinding<SamplerChain> chainProperty() {
    return chain;
  }

  /// Whose order and tie rule the stages follow.
  public ObjectProperty<SamplerPreset> orderProperty() {
    return order;
  }

  /// What each cut did, in order.
  public ObservableList<WaterfallLine> waterfall() {
    return waterfall;
  }

  /// τ, 0 for greedy.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// 0 for off.
  public DoubleProperty topKProperty() {
    return topK;
  }

  /// 1 for off.
  public DoubleProperty topPProperty() {
    return topP;
  }

  /// 0 for off.
  public DoubleProperty minPProperty() {
    return minP;
  }

  public LongProperty seedProperty() {
    return seed;
  }

  public ObjectProperty<DrawMode> modeProperty() {
    return mode;
  }

  /// How far top-k can go.
  public IntegerProperty vocabularySizeProperty() {
    return vocabularySize;
  }

  /// Of the scaled distribution, bits.
  public ReadOnlyStringProperty entropyProperty() {
    return entropy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty perplexityProperty() {
    return perplexity.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /// Of the scaled distribution, percent.
  public ReadOnlyStringProperty removedMassProperty() {
    return removedMass.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty drawProperty() {
    return draw.getReadOnlyProperty();
  }
}
