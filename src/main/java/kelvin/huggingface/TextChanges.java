package kelvin.huggingface;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Warns about texts that a tokenizer changes, so that their tokens are not exactly the text.
final class TextChanges {

  private static final Set<String> DROPPING_SPLITTERS =
      Set.of("Whitespace", "WhitespaceSplit", "BertPreTokenizer", "CharDelimiterSplit");

  private TextChanges() {}

  /// Returns sentences; none if every text can be restored from its tokens byte by byte.
  static List<String> warnings(Pipeline tokenizer) {
    var warnings = new ArrayList<String>();
    var changes = new LinkedHashSet<String>();
    for (var step : tokenizer.normalizers()) {
      if (changesText(step)) {
        changes.add(step.type());
      }
    }
    if (!changes.isEmpty()) {
      warnings.add(
          "The tokenizer changes some characters ("
              + String.join(", ", changes)
              + "), so the tokens of such a text do not match it exactly.");
    }
    if (tokenizer.preTokenizers().stream().anyMatch(TextChanges::dropsSpaces)) {
      warnings.add("The tokenizer drops white space between words.");
    }
    var leading = LeadingSpace.of(tokenizer);
    if (leading.where() != LeadingSpace.Where.NOWHERE && !leading.doubles()) {
      warnings.add(
          "The tokenizer adds a space before a text that starts without one, so a "
              + "leading space makes no difference.");
    }
    if (tokenizer.addedTokens().stream().anyMatch(t -> t.isTrue("lstrip") || t.isTrue("rstrip"))) {
      warnings.add("The tokenizer drops white space next to some special tokens.");
    }
    if (hasUnknownCharacters(tokenizer)) {
      warnings.add(
          "The tokenizer has no tokens for some characters; all of these become one unknown"
              + " token.");
    }
    return warnings;
  }

  private static boolean changesText(Pipeline.Step normalizer) {
    return switch (normalizer.type()) {
      case "Prepend", "ByteLevel", "" -> false;
      case "Replace" -> !isSpaceMark(normalizer);
      default -> true;
    };
  }

  /// Returns whether this is the one replacement that can be undone: `▁` for each space.
  private static boolean isSpaceMark(Pipeline.Step replace) {
    var pattern = replace.json().get("pattern");
    return replace.string("content").equals("▁")
        && pattern != null
        && pattern.isJsonObject()
        && new Pipeline.Step(pattern.getAsJsonObject()).string("String").equals(" ");
  }

  private static boolean dropsSpaces(Pipeline.Step splitter) {
    return DROPPING_SPLITTERS.contains(splitter.type())
        || (splitter.is("Split") && splitter.string("behavior").equals("Removed"));
  }

  private static boolean hasUnknownCharacters(Pipeline tokenizer) {
    boolean bytes =
        tokenizer.model().isTrue("byte_fallback")
            || tokenizer.preTokenizers().stream().anyMatch(step -> step.is("ByteLevel"))
            || tokenizer.normalizers().stream().anyMatch(step -> step.is("ByteLevel"));
    return !bytes;
  }
}
