package kelvin.ui.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.display.PlaySpeed;
import kelvin.text.Choice;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Playback;
import org.jspecify.annotations.Nullable;

/// Reads the settings of playing for a session and restores them.
///
/// They are a member of their own at the top level, where versions that do not know it keep it.
/// Like the settings of the view they are no work: a change of them alone is not asked about.
final class PlaybackState {

  /// The member of a session.
  static final String MEMBER = "playback";

  private static final String SPEED = "speed";
  private static final String MAX_TOKENS = "maxTokens";
  private static final String END_OF_TEXT = "endOfText";
  private static final String STOP_TEXT = "stopText";

  private final GenerationViewModel viewModel;

  PlaybackState(GenerationViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /// Empty while all settings are the defaults.
  Optional<Map<String, Object>> get() {
    var playback = viewModel.playbackProperty().get();
    if (playback.equals(Playback.DEFAULT)) {
      return Optional.empty();
    }
    var members = new HashMap<String, Object>();
    members.put(SPEED, playback.speed().label());
    members.put(MAX_TOKENS, (long) playback.maxTokens());
    members.put(END_OF_TEXT, playback.stopsAtEndOfText());
    members.put(STOP_TEXT, playback.stopText());
    return Optional.of(members);
  }

  /// Settings that are missing or make no sense get their defaults.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    var speed =
        members.get(SPEED) instanceof String word
            ? Choice.find(PlaySpeed.ALL, word)
            : Optional.<PlaySpeed>empty();
    viewModel
        .playbackProperty()
        .set(
            new Playback(
                speed.orElse(Playback.DEFAULT.speed()),
                members.get(MAX_TOKENS) instanceof Long count && count > 0
                    ? (int) Math.min(count, Playback.MOST_TOKENS)
                    : 0,
                !Boolean.FALSE.equals(members.get(END_OF_TEXT)),
                members.get(STOP_TEXT) instanceof String text ? text : ""));
  }
}
