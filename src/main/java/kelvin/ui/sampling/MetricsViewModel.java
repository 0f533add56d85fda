package kelvin.ui.sampling;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.display.InformationUnit;
import kelvin.distribution.Interval;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TopTokens;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.KnownWords;
import org.jspecify.annotations.Nullable;

/// The metrics of the visible distribution. Those that take another pass over the vocabulary are
/// computed only while they are visible.
public final class MetricsViewModel {

  /// The mass of the nucleus to measure where no stage sets p.
  private static final double DEFAULT_NUCLEUS = 0.9;

  private static final int HEAD = 100;

  private final ReadOnlyStringWrapper entropy = text("entropy");
  private final ReadOnlyStringWrapper perplexity = text("perplexity");
  private final ReadOnlyStringWrapper kept = text("kept");
  private final ReadOnlyStringWrapper removedMass = text("removedMass");
  private final ReadOnlyStringWrapper varentropy = text("varentropy");
  private final ReadOnlyStringWrapper entropySlope = text("entropySlope");
  private final ReadOnlyStringWrapper effectiveCount = text("effectiveCount");
  private final ReadOnlyStringWrapper truncationCost = text("truncationCost");
  private final ReadOnlyStringWrapper nucleusSize = text("nucleusSize");
  private final ReadOnlyStringWrapper nucleusName = text("nucleusName");
  private final ReadOnlyStringWrapper tailMass = text("tailMass");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final BooleanProperty more = new SimpleBooleanProperty(this, "more", false);
  private final ReadOnlyObjectWrapper<InformationUnit> unit =
      new ReadOnlyObjectWrapper<>(this, "unit", InformationUnit.BITS);
  private @Nullable TruncatedDistribution shown;

  MetricsViewModel() {
    more.subscribe(_ -> showMore());
    nucleusName.set("nucleus " + Numbers.plain(DEFAULT_NUCLEUS));
  }

  private ReadOnlyStringWrapper text(String name) {
    return new ReadOnlyStringWrapper(this, name, "–");
  }

  void setUnit(InformationUnit now) {
    unit.set(now);
    show(shown);
  }

  void show(@Nullable TruncatedDistribution distribution) {
    shown = distribution;
    note.set(
        distribution == null ? "" : distribution.logits().top().map(top -> note(top)).orElse(""));
    if (distribution == null) {
      entropy.set("–");
      perplexity.set("–");
      kept.set("–");
      removedMass.set("–");
    } else {
      var bounds = TopBounds.of(distribution);
      if (bounds.isPresent()) {
        showKnown(distribution, bounds.get());
        showMore();
        return;
      }
      var now = unit.get();
      var scaled = distribution.scaled();
      entropy.set(Numbers.threeDigits(now.of(scaled.entropy())));
      perplexity.set(Numbers.threeDigits(scaled.perplexity()));
      kept.set(Numbers.count(distribution.keptCount()));
      removedMass.set(Numbers.percent(distribution.removedMass()));
    }
    showMore();
  }

  /// The metrics where only the most probable tokens are known.
  private void showKnown(TruncatedDistribution distribution, TopBounds bounds) {
    var now = unit.get();
    entropy.set(
        between(
            bounds.entropy().map(nats -> new Interval(now.of(nats.low()), now.of(nats.high())))));
    perplexity.set(between(bounds.perplexity()));
    boolean known = bounds.isDrawKnown();
    kept.set(known ? Numbers.count(distribution.keptCount()) : KnownWords.UNKNOWN);
    removedMass.set(known ? KnownWords.percent(bounds.kept().rest()) : KnownWords.UNKNOWN);
  }

  private static String note(TopTokens top) {
    return "The server lists only "
        + Numbers.tokens(top.count())
        + ": two numbers are the least and the greatest value, and – needs all tokens.";
  }

  private static String between(Optional<Interval> value) {
    return value.map(KnownWords::between).orElse(KnownWords.UNKNOWN);
  }

  private void showMore() {
    if (!more.get()) {
      return;
    }
    var distribution = shown;
    if (distribution == null || distribution.logits().top().isPresent()) {
      varentropy.set("–");
      entropySlope.set("–");
      effectiveCount.set("–");
      truncationCost.set("–");
      nucleusSize.set("–");
      tailMass.set("–");
      return;
    }
    var scaled = distribution.scaled();
    double p = nucleus(distribution);
    var now = unit.get();
    varentropy.set(Numbers.threeDigits(now.of(now.of(scaled.varentropy()))));
    entropySlope.set(Numbers.threeDigits(now.of(scaled.entropySlope())));
    effectiveCount.set(Numbers.threeDigits(scaled.effectiveCount()));
    truncationCost.set(Numbers.threeDigits(now.of(distribution.truncationCost())));
    nucleusName.set("nucleus " + Numbers.plain(p));
    nucleusSize.set(Numbers.count(scaled.nucleusSize(p)));
    tailMass.set(Numbers.percent(scaled.tailMass(Math.min(HEAD, scaled.count()))));
  }

  private static double nucleus(TruncatedDistribution distribution) {
    return distribution.topP() < 1 ? distribution.topP() : DEFAULT_NUCLEUS;
  }

  /// The reason why numbers are ranges or missing; empty if all are known.
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /// True if the additional metrics are visible.
  public BooleanProperty moreProperty() {
    return more;
  }

  /// The unit of entropies and divergences.
  public ReadOnlyObjectProperty<InformationUnit> unitProperty() {
    return unit.getReadOnlyProperty();
  }

  /// Of the scaled distribution, in the unit.
  public ReadOnlyStringProperty entropyProperty() {
    return entropy.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty perplexityProperty() {
    return perplexity.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /// Of the scaled distribution, in percent.
  public ReadOnlyStringProperty removedMassProperty() {
    return removedMass.getReadOnlyProperty();
  }

  /// The variance of the surprisal, in the squared unit.
  public ReadOnlyStringProperty varentropyProperty() {
    return varentropy.getReadOnlyProperty();
  }

  /// dH/dτ, in the unit, for each unit of τ.
  public ReadOnlyStringProperty entropySlopeProperty() {
    return entropySlope.getReadOnlyProperty();
  }

  /// The exponential of Rényi's entropy of order 2.
  public ReadOnlyStringProperty effectiveCountProperty() {
    return effectiveCount.getReadOnlyProperty();
  }

  /// KL(truncated ‖ scaled), in the unit.
  public ReadOnlyStringProperty truncationCostProperty() {
    return truncationCost.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty nucleusSizeProperty() {
    return nucleusSize.getReadOnlyProperty();
  }

  /// The name of the nucleus with its p, such as `nucleus 0.9`.
  public ReadOnlyStringProperty nucleusNameProperty() {
    return nucleusName.getReadOnlyProperty();
  }

  /// The mass beyond rank 100, in percent.
  public ReadOnlyStringProperty tailMassProperty() {
    return tailMass.getReadOnlyProperty();
  }
}
