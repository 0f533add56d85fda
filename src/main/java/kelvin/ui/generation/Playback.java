package kelvin.ui.generation;

import kelvin.display.PlaySpeed;

/// The settings of playing: its speed, and what ends it.
///
/// @param maxTokens the number of tokens after which playing ends; 0 for no limit
/// @param stopsAtEndOfText whether a token that ends a text ends playing
/// @param stopText the text that ends playing when it was drawn; empty for none
public record Playback(PlaySpeed speed, int maxTokens, boolean stopsAtEndOfText, String stopText) {

  /// The greatest number of tokens that can be set.
  public static final int MOST_TOKENS = 99_999;

  public static final Playback DEFAULT = new Playback(PlaySpeed.QUICK, 0, true, "");

  public Playback withSpeed(PlaySpeed now) {
    return new Playback(now, maxTokens, stopsAtEndOfText, stopText);
  }

  public Playback withMaxTokens(int now) {
    return new Playback(speed, now, stopsAtEndOfText, stopText);
  }

  public Playback withStopsAtEndOfText(boolean now) {
    return new Playback(speed, maxTokens, now, stopText);
  }

  public Playback withStopText(String now) {
    return new Playback(speed, maxTokens, stopsAtEndOfText, now);
  }
}
