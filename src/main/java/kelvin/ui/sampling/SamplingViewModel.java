package kelvin.ui.sampling;

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
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplingParameters;
import kelvin.distribution.TruncatedDistribution;
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
  private final ObjectBinding<SamplingParameters> parameters =
      Bindings.createObjectBinding(this::readParameters, temperature, topK, topP, minP);

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
      return;
    }
    var scaled = distribution.scaled();
    entropy.set(Numbers.threeDigits(Numbers.bits(scaled.entropy())));
    perplexity.set(Numbers.threeDigits(scaled.perplexity()));
    kept.set(Numbers.count(distribution.keptCount()));
    removedMass.set(Numbers.percent(distribution.removedMass()));
  }

  /// Says in words what the next draw does.
  public void showDraw(String sentence) {
    draw.set(sentence);
  }

  private SamplingParameters readParameters() {
    return new SamplingParameters(temperature.get(), (int) topK.get(), topP.get(), minP.get());
  }

  // Properties

  public ObjectBinding<SamplingParameters> parametersProperty() {
    return parameters;
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
