package kelvin.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.display.InformationUnit;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.ScoredLabel;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.bars.LabelBar;

/// The known scores of the labels after a prompt.
///
/// @param own the scores after the prompt
/// @param contentFree the scores after each input without content that was measured, by input
public record ShownLabels(Trial trial, LabelScores own, Map<String, LabelScores> contentFree) {

  public ShownLabels {
    contentFree = Map.copyOf(contentFree);
  }

  /// @param inputs the inputs without content, for the normalisations that need them
  /// @return empty while scores without content are missing
  public Optional<LabelChoice> choice(Normalization normalization, List<String> inputs) {
    if (!normalization.needsContentFree()) {
      return Optional.of(LabelChoice.of(own, normalization));
    }
    var scores = new ArrayList<LabelScores>();
    for (var input : inputs) {
      var found = contentFree.get(input);
      if (found == null) {
        return Optional.empty();
      }
      scores.add(found);
    }
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(LabelChoice.of(own, normalization, scores));
  }

  /// The rows of the picture, in the order of the labels.
  List<LabelBar> bars(Optional<LabelChoice> choice) {
    var bars = new ArrayList<LabelBar>();
    for (int i = 0; i < own.labels().size(); i++) {
      ScoredLabel scored = own.labels().get(i);
      int at = i;
      bars.add(
          new LabelBar(
              VisibleText.of(trial.names().get(i)),
              choice.map(found -> found.shares().get(at)).orElse(Double.NaN),
              scored.probability(),
              scored.logProbability(),
              trial.answerIndex().orElse(-1) == i,
              choice.map(found -> found.chosen().orElse(-1) == at).orElse(false),
              spellings(scored)));
    }
    return bars;
  }

  /// The spellings of a label with the probability of each, and the rule; empty for one spelling.
  private static String spellings(ScoredLabel label) {
    if (label.others().isEmpty()) {
      return "";
    }
    return label.spellings().stream()
            .map(
                each ->
                    VisibleText.of(each.text()) + "  " + Numbers.percent(each.probability()) + " %")
            .collect(Collectors.joining("\n"))
        + "\nThe label’s probability is their sum; a spelling that begins with another counts as"
        + " part of it.";
  }

  /// The tokens of a spelling of a label.
  ///
  /// @param label its index, 0-based
  record TokenLine(int label, List<LabelTokenChip> tokens) {

    TokenLine {
      tokens = List.copyOf(tokens);
    }
  }

  /// The tokens of each spelling of each label.
  ///
  /// @param unit of their surprisals
  List<TokenLine> tokens(InformationUnit unit) {
    var lines = new ArrayList<TokenLine>();
    for (int label = 0; label < own.labels().size(); label++) {
      for (var spelling : own.labels().get(label).spellings()) {
        lines.add(
            new TokenLine(
                label,
                spelling.tokens().stream().map(token -> LabelTokenChip.of(token, unit)).toList()));
      }
    }
    return lines;
  }

  /// Warnings about these numbers, each a sentence for the user.
  List<String> warnings() {
    var warnings = new ArrayList<String>();
    if (!own.boundary().isSafe()) {
      warnings.add(own.boundary().warning());
    }
    if (own.labels().size() > 1 && own.shareFirstToken()) {
      warnings.add(
          "Labels begin with the same token, so the first token alone does not tell them apart.");
    }
    return warnings;
  }
}
