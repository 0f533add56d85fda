package kelvin.ui.watch;

import java.util.List;
import java.util.stream.Collectors;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;

/// A text that is followed, as the model's tokens.
///
/// @param text exact, white space and all
/// @param ids of its tokens; empty while they are not known, and when there are none
/// @param pieces its tokens for people
/// @param known whether the model has been asked
record Spelling(String text, List<Integer> ids, List<String> pieces, boolean known) {

  static Spelling of(String text, List<Integer> ids, Vocabulary vocabulary, boolean known) {
    return new Spelling(text, ids, ids.stream().map(vocabulary::visibleText).toList(), known);
  }

  String visibleText() {
    return ids.size() == 1 ? pieces.getFirst() : VisibleText.of(text);
  }

  /// What must be said of it, or empty.
  String note() {
    if (ids.size() > 1) {
      return "“%s” is %d tokens here, %s. Followed is the first; the whole is at most as likely."
          .formatted(visibleText(), ids.size(), pieces.stream().collect(Collectors.joining(" · ")));
    }
    return ids.isEmpty() && known ? "“" + visibleText() + "” is not a token of this model." : "";
  }
}
