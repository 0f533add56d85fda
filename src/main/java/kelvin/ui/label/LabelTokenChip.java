package kelvin.ui.label;

import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.engine.label.LabelToken;
import kelvin.ui.control.Numbers;

/// A token of a label with its probability given the text before it.
///
/// @param text the token with visible white space
/// @param lesson a text with all its numbers
record LabelTokenChip(String text, String percent, String lesson) {

  static LabelTokenChip of(LabelToken token, InformationUnit unit) {
    var percent = Numbers.percent(token.score().probability()) + " %";
    return new LabelTokenChip(
        token.visibleText(),
        percent,
        String.format(
            Locale.ROOT,
            "%s   id %d, position %d%np = %s, surprisal %s, rank %s",
            token.visibleText(),
            token.id(),
            token.position(),
            percent,
            Numbers.information(token.score().surprisal(), unit),
            Numbers.count(token.score().rank())));
  }
}
