package kelvin.ui.sampling;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSearch;
import kelvin.ui.control.Numbers;
import kelvin.ui.fx.EveryOnFxThread;

/// Searches for the temperature that gives a wanted perplexity.
///
/// It works in the background, because a search takes several passes over the vocabulary.
final class PerplexityTarget {

  private static final double NEAR = 1e-6;

  private final Executor background;
  private final EveryOnFxThread<Found> results;
  private final DoubleConsumer onFound;
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome", new Outcome("", false));

  /// @param sentence the result, or empty before there is one
  /// @param reached whether the temperature was set
  record Outcome(String sentence, boolean reached) {}

  private record Found(double temperature, Outcome outcome) {}

  /// @param onFound gets the temperature
  PerplexityTarget(Executor background, Executor fxThread, DoubleConsumer onFound) {
    this.background = background;
    this.onFound = onFound;
    results = new EveryOnFxThread<>(fxThread, this::show);
  }

  /// @param logits that the temperature divides, or empty
  void aim(String typed, Optional<Logits> logits, boolean dynamic) {
    if (logits.isEmpty()) {
      refuse("There is no distribution yet.");
    } else if (logits.get().top().isPresent()) {
      refuse("The perplexity needs all tokens, and the server tells only the most probable.");
    } else if (dynamic) {
      refuse("Dynamic temperature is on and changes τ at every step: switch it off first.");
    } else {
      try {
        double wanted =
            Double.parseDouble(typed.strip().replace(',', '.').toLowerCase(Locale.ROOT));
        background.execute(() -> results.accept(search(logits.get(), wanted)));
      } catch (NumberFormatException _) {
        refuse("Type a number such as 40, the perplexity that you want.");
      }
    }
  }

  private static Found search(Logits logits, double wanted) {
    int max = logits.finiteCount();
    if (!(wanted >= 1 && wanted <= max)) {
      return notFound(
          "A perplexity of "
              + Numbers.plain(wanted)
              + " cannot be reached: it lies between 1 and "
              + Numbers.count(max)
              + ", the number of possible tokens.");
    }
    double temperature = TemperatureSearch.forPerplexity(logits, wanted);
    double reached = Distribution.of(logits, temperature).perplexity();
    if (Math.abs(reached / wanted - 1) > NEAR) {
      return notFound(
          "A perplexity of "
              + Numbers.plain(wanted)
              + " cannot be reached: tokens tie at the top, so only 1 (τ = 0) or "
              + Numbers.threeDigits(reached)
              + " and more can be.");
    }
    return new Found(
        temperature,
        new Outcome(
            "τ = "
                + Numbers.threeDigits(temperature)
                + " gives a perplexity of "
                + Numbers.plain(wanted)
                + ".",
            true));
  }

  private static Found notFound(String sentence) {
    return new Found(Double.NaN, new Outcome(sentence, false));
  }

  private void show(Found found) {
    if (found.outcome.reached) {
      onFound.accept(found.temperature);
    }
    outcome.set(found.outcome);
  }

  private void refuse(String sentence) {
    outcome.set(new Outcome(sentence, false));
  }

  /// Forgets the result of the last search.
  void clear() {
    outcome.set(new Outcome("", false));
  }

  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }
}
