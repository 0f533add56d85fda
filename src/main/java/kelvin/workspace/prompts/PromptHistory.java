package kelvin.workspace.prompts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The last prompts, each once. Immutable.
///
/// @param on false if the user wants none to be added
/// @param entries the latest first
public record PromptHistory(boolean on, List<Entry> entries) {

  /// The number of prompts that are kept.
  public static final int MAX_ENTRIES = 100;

  /// A longer text is a document rather than a prompt to come back to; a hundred of them would be
  /// slow to read.
  static final int MAX_LENGTH = 20_000;

  public static final PromptHistory EMPTY = new PromptHistory(true, List.of());

  /// @param text of the prompt
  /// @param at the time when it was asked about
  public record Entry(String text, Instant at) {}

  public PromptHistory {
    entries = entries.stream().limit(MAX_ENTRIES).toList();
  }

  /// Adds a prompt as the latest one. It takes the place of the latest one if that was an earlier
  /// state of typing it.
  public PromptHistory with(String text, Instant at) {
    if (!on || text.isBlank() || text.length() > MAX_LENGTH) {
      return this;
    }
    var now = new ArrayList<Entry>();
    now.add(new Entry(text, at));
    for (int i = 0; i < entries.size(); i++) {
      var old = entries.get(i);
      boolean isBeginning = i == 0 && text.startsWith(old.text());
      if (!isBeginning && !old.text().equals(text)) {
        now.add(old);
      }
    }
    return new PromptHistory(true, now);
  }

  public PromptHistory cleared() {
    return new PromptHistory(on, List.of());
  }

  /// Adds prompts from now on, or adds none.
  public PromptHistory switched(boolean wanted) {
    return new PromptHistory(wanted, entries);
  }
}
