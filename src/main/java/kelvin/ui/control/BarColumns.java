package kelvin.ui.control;

/// Where the columns of the bars stand; narrow windows lose columns before bars lose room.
///
/// @param token left edge of the token's text
/// @param logit right edge, or NaN where there is no room
/// @param percent right edge of the probability
/// @param bar left edge of the bars
/// @param barWidth a full bar
/// @param cumulative right edge
/// @param note left edge of the last column, which says why a token was removed
record BarColumns(
    double rank,
    double token,
    double tokenWidth,
    double logit,
    double percent,
    double bar,
    double barWidth,
    double cumulative,
    double note) {

  private static final double RANK = 38;
  private static final double NOTE = 62;
  private static final double CUMULATIVE = 52;
  private static final double PERCENT = 62;
  private static final double LOGIT = 52;
  private static final double GAP = 8;

  static BarColumns of(double width) {
    boolean roomy = width >= 520;
    double tokenWidth = Math.clamp(width * 0.2, 84, 170);
    double token = RANK + GAP;
    double logit = roomy ? token + tokenWidth + LOGIT : Double.NaN;
    double percent = (roomy ? logit : token + tokenWidth) + PERCENT;
    double bar = percent + GAP + 10;
    double note = width - NOTE;
    double cumulative = note - GAP;
    double barWidth = Math.max(20, cumulative - CUMULATIVE - bar);
    return new BarColumns(RANK, token, tokenWidth, logit, percent, bar, barWidth, cumulative, note);
  }
}
