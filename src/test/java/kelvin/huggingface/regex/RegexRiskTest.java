package kelvin.huggingface.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An expression that takes for ever for some text is told from those of real tokenizers. If it
/// were not, the window would end in the middle of a prompt; or a sound model would be refused.
class RegexRiskTest {

  /// GPT-2, CLIP, GPT-4, Llama 3, Qwen 2, GPT-4o, DeepSeek 3, BLOOM, Mistral, Kimi, and the
  /// replacements of T5 and others.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
        "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]"
            + "|[^\\s\\p{L}\\p{N}]+",
        "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}"
            + "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+",
        "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
            + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?"
            + "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
            + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*"
            + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?"
            + "[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        "[一-龥぀-ゟ゠-ヿ]+",
        "\\s?[A-Za-zµÀ-ÖØ-öø-ƺƼ-ƿǄ-ʓʕ-ʯͰ-ͳͶͷͻ-ͽͿΆΈ-ΊΌΎ-ΡΣ-ϵϷ-ҁҊ-ԯԱ-ՖႠ-ჅᎠ-Ᏽᏸ-ᏽ]+",
        " ?[^(\\s|[.,!?…。，、।۔،])]+",
        "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
            + "|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        "[\\p{Han}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}&&[^\\p{Han}]]*"
            + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}&&[^\\p{Han}]]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        "[\\r\\n]",
        "[^\\S\\r\\n]{2,}",
        " {2,}",
        "\\s+",
        "^ ",
        "\\d{3}(?=\\d)",
        "(?=(\\d{3})+(?!\\d))",
        "[0-9][0-9][0-9]",
        "(?<=x)\\b(?<word>ab|cd)*\\z",
        "x{2}?y{,3}z{2,}",
        "\\d{10}-x{1,50}y",
        ""
      })
  void expressionsOfRealTokenizersAreNoRisk(String regex) {
    assertEquals(Optional.empty(), RegexRisk.of(regex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(x+x+)+y",
        "(x+)+y",
        "(x*)*y",
        "(x|x)*y",
        "(x|xx)+y",
        "(?:\\w|\\d)+!",
        "(?i:(a|A)+)b",
        "(\\s|[[:space:]])*y",
        "(x{1,50}){1,50}y",
        "x{1,50}+y",
        "(\\p{L}+\\s?)+\\.",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(?=(x+)+y)z",
        "z(?!(x+)+y)",
        "(?>(x+)+y)",
        "(?:(x+x+)+y)?z",
        "(?:x?){60}y",
        "(?:x?){0,60}y"
      })
  void ambiguousLoopsCanTakeForEver(String regex) {
    assertTrue(
        RegexRisk.of(regex).orElse("no risk").startsWith("can take for ever"), () -> risk(regex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x*x*y", "\\s+\\s+(?!\\S)", "\\w+.*!", "\\p{L}*\\p{Lu}*\\p{L}*-", "x*(?:ab|x)*y"})
  void loopsThatShareTheirTextCanTakeLong(String regex) {
    assertTrue(
        RegexRisk.of(regex).orElse("no risk").startsWith("can take very long"), () -> risk(regex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(x)\\1", "(?<a>x)\\k<a>", "(?~x)", "(?x: a b)", "(", "[a", "a)", "\\"})
  void whatCannotBeFollowedIsNotTrusted(String regex) {
    assertTrue(
        RegexRisk.of(regex).orElse("no risk").startsWith("cannot be checked"), () -> risk(regex));
  }

  @Test
  void deepAndLongExpressionsAreNotFollowed() {
    var deep = RegexRisk.of("(".repeat(5000) + "a" + ")".repeat(5000)).orElse("");
    var large = RegexRisk.of("a".repeat(30_000)).orElse("");
    var wide = RegexRisk.of("(?:" + "a|".repeat(9_000) + "b)*c").orElse("");

    assertTrue(deep.contains("nested too deeply"), deep);
    assertTrue(large.contains("too long"), large);
    assertTrue(wide.contains("too long"), wide);
  }

  private static String risk(String regex) {
    return regex + ": " + RegexRisk.of(regex);
  }
}
