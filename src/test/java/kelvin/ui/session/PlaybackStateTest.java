package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import kelvin.display.PlaySpeed;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Playback;
import org.junit.jupiter.api.Test;

/// A session keeps how a lecturer plays, so that the next lecture stops where the last one did.
class PlaybackStateTest {

  private final GenerationViewModel generation = new GenerationViewModel(new FakePacer());
  private final PlaybackState state = new PlaybackState(generation);

  @Test
  void theSettingsComeBack() {
    var wanted = new Playback(PlaySpeed.FASTEST, 40, false, "\n");
    generation.playbackProperty().set(wanted);
    var kept = state.get().orElseThrow();
    generation.playbackProperty().set(Playback.DEFAULT);

    state.restore(kept);

    assertEquals(wanted, generation.playbackProperty().get());
  }

  @Test
  void theDefaultsNeedNoMember() {
    assertEquals(Optional.empty(), state.get());
    generation.playbackProperty().set(new Playback(PlaySpeed.SLOW, 1, false, "x"));

    state.restore(null);

    assertEquals(Playback.DEFAULT, generation.playbackProperty().get());
  }

  @Test
  void whatMakesNoSenseIsTheDefault() {
    state.restore(Map.of("speed", "light", "maxTokens", -3L, "endOfText", "no", "stopText", 7L));

    assertEquals(Playback.DEFAULT, generation.playbackProperty().get());
  }
}
