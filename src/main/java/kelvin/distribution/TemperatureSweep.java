package kelvin.distribution;

import java.util.ArrayList;
import java.util.List;

/// Follows probabilities, entropy and nucleus size over a range of temperatures, for one logits
/// vector.
///
/// Exact at every temperature: each has a full pass over the vocabulary, without interpolation.
///
/// @param logits the logits of all temperatures
/// @param temperatures ascending, all positive
/// @param ranks the tokens that are followed, 1-based
/// @param probabilities for each of `ranks`, one number for each temperature
/// @param entropies nats, one for each temperature
/// @param nucleus the size of the nucleus at each temperature
public record TemperatureSweep(
    Logits logits,
    List<Double> temperatures,
    List<Integer> ranks,
    List<List<Double>> probabilities,
    List<Double> entropies,
    NucleusSizes nucleus) {

  /// The number of tokens in the nucleus at each temperature.
  ///
  /// @param p the mass of the nucleus
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
    // One temperature at a time, so that the memory of a pass is free before the next one starts.
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
