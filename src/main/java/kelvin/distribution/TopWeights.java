package kelvin.distribution;

/// Sums of p^(1/τ) where only the most probable tokens are known.
///
/// @param power 1/τ
/// @param known the sum over the known tokens
/// @param least what the others add at least
/// @param most what the others add at most
record TopWeights(TopTokens top, double power, double known, double least, double most) {

  /// @param temperature at 0, where the first token has all, the sums mean nothing
  static TopWeights of(TopTokens top, double temperature) {
    double power = 1 / temperature;
    double known = 0;
    for (var token : top.tokens().reversed()) {
      known += StrictMath.exp(token.logProbability() * power);
    }
    if (top.rest() == 0 || top.others() == 0) {
      return new TopWeights(top, power, known, 0, 0);
    }
    double even = top.others() * StrictMath.pow(top.rest() / top.others(), power);
    double full = Math.floor(top.rest() / top.bound());
    double left = Math.max(0, top.rest() - full * top.bound());
    double few = full * StrictMath.pow(top.bound(), power) + StrictMath.pow(left, power);
    return new TopWeights(top, power, known, Math.min(even, few), Math.max(even, few));
  }

  /// The weight of the known token at a rank.
  double weight(int rank) {
    return StrictMath.exp(top.tokens().get(rank - 1).logProbability() * power);
  }

  /// The weights of the known ranks up to this one.
  double upTo(int rank) {
    double sum = 0;
    for (int at = rank; at >= 1; at--) {
      sum += weight(at);
    }
    return sum;
  }

  /// The weight that none of the others exceeds.
  double bound() {
    return StrictMath.pow(top.bound(), power);
  }

  /// The number of ranks with less than a share of the mass above them, for a sum over all tokens.
  ///
  /// @return more than there are known tokens if the share is not reached among them
  int nucleus(double share, double total) {
    double above = 0;
    for (int rank = 1; rank <= top.count(); rank++) {
      if (rank > 1 && above >= share * total) {
        return rank - 1;
      }
      above += weight(rank);
    }
    return above >= share * total ? top.count() : top.count() + 1;
  }
}
