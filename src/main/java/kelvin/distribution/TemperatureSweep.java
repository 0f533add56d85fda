package kelvin.distribution;

import java.util.ArrayList;
import java.util.List;

/// How probabilities, entropy and nucleus change with the temperature, from one logits vector.
///
/// Exact at every temperature: one full pass over the vocabulary each, no interpolation.
///
/// @param logits what it is about
/// @param temperatures ascending, all positive
/// @param ranks the tokens that are followed, 1-based
/// @param probabilities for each of `ranks`, one number for each temperature
/// @param entropies nats, one for each temperature
/// @param nucleus the sizes of the nucleus
public record TemperatureSweep(
    Logits logits,
    List<Double> temperatures,
    List<Integer> ranks,
    List<List<Double>> probabilities,
    List<Double> entropies,
    NucleusSizes nucleus) {

  /// How many tokens the nucleus has.
  ///
  /// @param p its mass
  /// @param counts one for each temperature
  public record NucleusSizes(double p, List<Integer> counts) {

    public NucleusSizes {
      counts = List.copyOf(counts);
    }
  }

  public TemperatureSweep {
    temperatures = List.copyOf(temperatures);
    ranks = List.copyOf(ranks);
    probabilities = probabilities.stream().map(List::copyOf).toList();
    entropies = List.copyOf(entropies);
  }

  /// @param p the mass of the nucleus whose size is followed
  public static TemperatureSweep of(
      Logits logits, List<Integer> ranks, List<Double> temperatures, double p) {
    var probabilities = new ArrayList<List<Double>>();
    ranks.forEach(_ -> probabilities.add(new ArrayList<>()));
    var entropies = new ArrayList<Double>();
    var sizes = new ArrayList<Integer>();
    // One at a time: the sums of a pass are garbage before the next begins.
    for (double temperature : temperatures) {
      var distribution = Distribution.of(logits, temperature);
      for (int i = 0; i < ranks.size(); i++) {
        probabilities.get(i).add(distribution.probability(ranks.get(i)));
      }
      entropies.add(distribution.entropy());
      sizes.add(distribution.nucleusSize(p));
    }
    return new TemperatureSweep(
        logits, temperatures, ranks, probabilities, entropies, new NucleusSizes(p, sizes));
  }
}
