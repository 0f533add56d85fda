package kelvin.huggingface;

import com.google.gson.JsonElement;

/// The space that SentencePiece inserts before a text, so that the first word has the same token
/// as elsewhere. It is not part of the text.
///
/// @param where the places where it is inserted
/// @param doubles whether it is also inserted before a text that starts with a space
record LeadingSpace(Where where, boolean doubles) {

  /// The places where a tokenizer inserts a space.
  enum Where {
    NOWHERE,
    AT_START,
    /// At the start, and after each special token within the text.
    AFTER_SPECIAL_TOKENS_TOO
  }

  static final LeadingSpace NONE = new LeadingSpace(Where.NOWHERE, false);

  static LeadingSpace of(Pipeline tokenizer) {
    for (var step : tokenizer.normalizers()) {
      if (step.is("Prepend") && step.string("prepend").equals("▁")) {
        return new LeadingSpace(Where.AFTER_SPECIAL_TOKENS_TOO, true);
      }
    }
    for (var step : tokenizer.preTokenizers()) {
      if (step.is("ByteLevel") && step.isTrue("add_prefix_space")) {
        return new LeadingSpace(Where.AFTER_SPECIAL_TOKENS_TOO, false);
      }
      if (step.is("Metaspace")) {
        return ofMetaspace(step);
      }
    }
    return NONE;
  }

  /// Files older than 2024 have `add_prefix_space` instead of `prepend_scheme`, or neither.
  private static LeadingSpace ofMetaspace(Pipeline.Step step) {
    var scheme = step.string("prepend_scheme");
    JsonElement old = step.json().get("add_prefix_space");
    if (scheme.equals("never") || (old != null && !step.isTrue("add_prefix_space"))) {
      return NONE;
    }
    return new LeadingSpace(
        scheme.equals("first") ? Where.AT_START : Where.AFTER_SPECIAL_TOKENS_TOO, false);
  }

  /// Returns whether the first token of a section of text has an inserted space.
  ///
  /// @param atStart whether the section starts the text; otherwise it follows a special token
  /// @param next the next byte of the text
  boolean isInsertedBefore(boolean atStart, byte next) {
    boolean here = atStart ? where != Where.NOWHERE : where == Where.AFTER_SPECIAL_TOKENS_TOO;
    return here && (doubles || next != ' ');
  }

  /// Returns whether decoding drops a leading space.
  boolean isDropped(boolean atStart) {
    return isInsertedBefore(atStart, (byte) 0);
  }
}
