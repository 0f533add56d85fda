package kelvin.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names from users and hubs become folders and addresses. Without these rules a name could write
/// anywhere on the disk.
final class RepositoryIdTest {

  @ParameterizedTest
  @CsvSource({
    "gpt2, gpt2, models--gpt2",
    "openai-community/gpt2, openai-community/gpt2, models--openai-community--gpt2",
    "https://huggingface.co/a/b, a/b, models--a--b",
    "https://huggingface.co/a/b/tree/main?x=y, a/b, models--a--b",
    "' a/b.c_d-1 ', a/b.c_d-1, models--a--b.c_d-1"
  })
  void aNameHasOneFolder(String given, String text, String folder) {
    var id = RepositoryId.of(given);

    assertEquals(text, id.text());
    assertEquals(folder, id.cacheFolder());
    assertEquals(id, RepositoryId.ofCacheFolder(folder).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a/",
        "/b",
        "a/b/c",
        "..",
        "../b",
        "a/..",
        "a b",
        "a/b%2F",
        "a--b",
        "a/b.git",
        "-a/b",
        "a/b-",
        "a/b.",
        "ä/b",
        "a\\b",
        "a/b\n",
        "https://huggingface.co/"
      })
  void whatIsNoNameIsRefused(String given) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> RepositoryId.of(given + (given.endsWith("\n") ? "x y" : "")));

    assertTrue(refusal.toString().contains("is no name of a repository"));
  }

  @Test
  void aLongNameIsRefusedInAShortSentence() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> RepositoryId.of("a".repeat(1000)));

    assertTrue(String.valueOf(refusal.getMessage()).length() < 250);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../b",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "a\\b",
        "C:x",
        "a\0b",
        "a/b/",
        ""
      })
  void aPathThatLeadsOutIsNotSafe(String path) {
    assertFalse(RemoteFile.isSafe(path));
  }

  @Test
  void aPathWithBlanksAndPercentIsSafeAndAThousandCharactersInOnePartAreNot() {
    assertTrue(RemoteFile.isSafe("on nx/50% of it.onnx"));
    assertFalse(RemoteFile.isSafe("a".repeat(1000)));
    assertFalse(RemoteFile.isSafe("ab/".repeat(1000) + "c"));
  }
}
