package kelvin.huggingface;

import com.google.gson.JsonElement;

/// The space that SentencePiece puts before a text, so that a first word is the token that it is
/// elsewhere. It is no part of the text.
///
/// @param where it is put
/// @param doubles whether it is put before a text that begins with a space, too
record LeadingSpace(Where where, boolean doubles) {

  /// Where a tokenizer puts a space.
  enum Where {
    NOWHERE,
    AT_START,
    /// And after each special token within the text.
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

  /// Files from before 2024 have `add_prefix_space` in place of `prepend_scheme`, or nothing at
  // all.
  private static LeadingSpace ofMetaspace(Pipeline.Step step) {
    var scheme = step.string("prepend_scheme");
    JsonElement old = step.json().get("add_prefix_space");
    if (scheme.equals("never") || (old != null && !step.isTrue("add_prefix_space"))) {
      return NONE;
    }
    return new LeadingSpace(
        scheme.equals("first") ? Where.AT_START : Where.AFTER_SPECIAL_TOKENS_TOO, false);
  }

  /// Whether the first token of a stretch of text has a space that is not the text's.
  ///
  /// @param atStart of the whole text; else behind a special token
  /// @param next what the text has there
  boolean isPutBefore(boolean atStart, byte next) {
    boolean here = atStart ? where != Where.NOWHERE : where == Where.AFTER_SPECIAL_TOKENS_TOO;
    return here && (doubles || next != ' ');
  }

  /// Whether a leading space is to be taken off when tokens become text again.
  boolean isTakenOff(boolean atStart) {
    return isPutBefore(atStart, (byte) 0);
  }
}
