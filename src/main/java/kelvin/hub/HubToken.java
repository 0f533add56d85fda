package kelvin.hub;

import java.util.regex.Pattern;

/// The secret with which a hub knows its user. It has no text of its own, so that no message and no
/// log can show it.
public final class HubToken {

  private static final Pattern SOUND = Pattern.compile("[\\x21-\\x7e]+");

  private final String secret;

  private HubToken(String secret) {
    this.secret = secret;
  }

  /// @param source where the text stands, for the message
  /// @throws HubException if the text cannot be a token; the message does not show it
  static HubToken of(String text, String source) throws HubException {
    var secret = text.strip();
    if (!SOUND.matcher(secret).matches()) {
      throw HubException.lasting(
          "The token in " + source + " holds characters that no token has.",
          "Copy it again from the hub's settings, or remove it.");
    }
    return new HubToken(secret);
  }

  /// The value of the header `Authorization`.
  public String header() {
    return "Bearer " + secret;
  }

  @Override
  public String toString() {
    return "a token";
  }
}
