package kelvin.ui.plot;

import kelvin.distribution.Distribution;

/// A distribution that was pinned, to be seen behind the live one.
///
/// @param scaled at its own temperature, before any cut, like the bars
/// @param label what it is of, such as `after “… a little”, position 9, τ 0.8`
public record Ghost(Distribution scaled, String label) {

  public double probabilityOfToken(int tokenId) {
    return scaled.probabilityOfToken(tokenId);
  }
}
