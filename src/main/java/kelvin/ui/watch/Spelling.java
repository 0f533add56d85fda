package kelvin.ui.watch;

import java.util.List;
import java.util.stream.Collectors;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;

/// A watched text with the tokens that the model splits it into.
///
/// @param text exact, including white space
/// @param ids of its tokens; empty while unknown, and when there are none
/// @param pieces its tokens with white space made visible
/// @param known whether the model has been asked
record Spelling(String text, List<Integer> ids, List<String> pieces, boolean known) {

  static Spelling of(String text, List<Integer> ids, Vocabulary vocabulary, boolean known) {
    return new Spelling(text, ids, ids.stream().map(vocabulary::visibleText).toList(), known);
  }

  String visibleText() {
    return ids.size() == 1 ? pieces.getFirst() : VisibleText.of(text);
  }

  /// A remark for the user, or empty.
  String note() {
    if (ids.size() > 1) {
      return "“%s” is %d tokens here, %s. Followed is the first; the whole is at most as likely."
          .formatted(visibleText(), ids.size(), pieces.stream().collect(Collectors.joining(" · ")));
    }
    return ids.isEmpty() && known ? "“" + visibleText() + "” is not a token of this model." : "";
  }
}
