package kelvin.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import kelvin.text.Choice;
import org.junit.jupiter.api.Test;

/// Tests the words for displaying numbers in files and options.
class DisplayWordsTest {

  @Test
  void ofFiles() {
    assertEquals(
        List.of(
            "playground",
            "bars",
            "curve",
            "film",
            "layers",
            "strip",
            "series",
            "difference",
            "answers"),
        words(View.ALL));
    assertEquals(List.of("absolute", "largest", "logarithmic"), words(BarScale.ALL));
    assertEquals(
        List.of("surprisal", "probability", "rank", "entropy", "attention", "gradient", "none"),
        words(Shading.ALL));
    assertEquals(List.of("light", "dark", "projector"), words(Theme.ALL));
  }

  private static List<String> words(List<? extends Choice> choices) {
    return choices.stream().map(Choice::label).toList();
  }

  @Test
  void theLogScaleIsShorterOnTheCommandLine() {
    assertEquals(
        List.of("absolute", "largest", "log"), BarScale.ALL.stream().map(Choice::option).toList());
    assertEquals(BarScale.LOGARITHMIC, Choice.of(BarScale.ALL, "log"));
    assertEquals(BarScale.LOGARITHMIC, Choice.of(BarScale.ALL, "logarithmic"));
  }

  @Test
  void ofTheFilesOfFigures() {
    assertEquals(
        List.of(
            "playground",
            "distribution",
            "cumulative",
            "temperature-film",
            "layer-film",
            "tokens",
            "series",
            "difference",
            "answers"),
        View.ALL.stream().map(View::fileName).toList());
  }

  @Test
  void aWordThatIsNoneIsRefusedWithThoseThatThereAre() {
    var e = assertThrows(IllegalArgumentException.class, () -> Choice.of(BarScale.ALL, "lin"));

    assertEquals("must be absolute, largest or log, was 'lin'", e.getMessage());
    assertEquals(Optional.empty(), Choice.find(BarScale.ALL, "lin"));
  }

  @Test
  void afterTheLastThemeComesTheFirst() {
    assertEquals(Theme.DARK, Theme.LIGHT.next());
    assertEquals(Theme.PROJECTOR, Theme.DARK.next());
    assertEquals(Theme.LIGHT, Theme.PROJECTOR.next());
  }
}
