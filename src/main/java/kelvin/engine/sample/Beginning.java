package kelvin.engine.sample;

import java.util.List;
import kelvin.engine.path.TokenPath;

/// The samples that begin with the same tokens.
///
/// @param path these tokens, with the model's own joint probability
/// @param mu Mirostat's bound after them; NaN without one
/// @param logDrawn ln of the probability with which the settings draw them; NaN if it depends on
///     the seed
/// @param seeds those of the samples; empty where only the probability is wanted
/// @param isGreedy whether the most probable token of each step leads here
record Beginning(TokenPath path, double mu, double logDrawn, List<Long> seeds, boolean isGreedy) {

  Beginning {
    seeds = List.copyOf(seeds);
  }
}
