package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A user who pastes a copied command into a terminal runs that command, whatever the prompt is,
/// and nothing else.
class ShellWordsTest {

  @Test
  void plainWordsStayAsTheyAre() {
    assertEquals(
        "kelvin next --top-p=0.9 --logit-bias=42=-inf",
        ShellWords.line(List.of("kelvin", "next", "--top-p=0.9", "--logit-bias=42=-inf")));
  }

  @Test
  void whatIsNoWordIsKnown() {
    assertTrue(ShellWords.canBeWord("Ünïcode 😀\n$HOME"));
    assertFalse(ShellWords.canBeWord("a\0b"));
    assertFalse(ShellWords.canBeWord("half \ud83d"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aShellReadsEveryWordBackUnchanged() throws Exception {
    var words = new ArrayList<String>();
    words.addAll(
        List.of(
            "",
            " ",
            "it's",
            "''",
            "\"quoted\"",
            "$HOME ${x} $(id) `id`",
            "a\nb\n\nc\n",
            "\t\r\n",
            "back\\slash\\",
            "*?[a]{b,c}~!#&|;<>()",
            "--looks-like=an option",
            "@file",
            "%s %d",
            "naïve café 😀 中文 ␣⏎"));
    var random = new Random(42);
    for (int i = 0; i < 200; i++) {
      words.add(nasty(random));
    }

    assertArrayEquals(words.toArray(), readByShell(words).toArray());
  }

  private static String nasty(RandomGenerator random) {
    var signs = "'\"$`\\!\n ~*?[]{}()<>|&;#%=-éß😀";
    var text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(signs.codePointCount(0, signs.length()));
      text.appendCodePoint(signs.codePointAt(signs.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  /// The words as a shell passes them to a program.
  private static List<String> readByShell(List<String> words)
      throws IOException, InterruptedException {
    var script = "printf '%s\\0' " + ShellWords.line(words);
    var process = new ProcessBuilder("sh").redirectErrorStream(true).start();
    try (var input = process.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    }
    var read = new ByteArrayOutputStream();
    process.getInputStream().transferTo(read);
    assertEquals(0, process.waitFor());
    var text = read.toString(StandardCharsets.UTF_8);
    return List.of(text.split("\0", -1)).subList(0, words.size());
  }
}
