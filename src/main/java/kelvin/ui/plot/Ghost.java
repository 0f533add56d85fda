package kelvin.ui.plot;

import kelvin.distribution.Distribution;

/// A pinned distribution, which is drawn behind the live one.
///
/// @param scaled the distribution at its own temperature, before any cut, like the bars
/// @param label a description, such as `after “… a little”, position 9, τ 0.8`
public record Ghost(Distribution scaled, String label) {

  public double probabilityOfToken(int tokenId) {
    return scaled.probabilityOfToken(tokenId);
  }
}
