package kelvin.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import kelvin.display.View;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.TemperatureStage;
import kelvin.engine.TextScore;
import kelvin.ui.control.Numbers;

/// Writes the model and the settings below a figure, so that the figure can be made again.
final class FigureCaption {

  private static final String BETWEEN = "  ·  ";

  private final FigureData data;

  FigureCaption(FigureData data) {
    this.data = data;
  }

  String of(View view) {
    var parts = new ArrayList<String>();
    parts.add(data.modelName());
    switch (view) {
      case STRIP, SERIES -> parts.addAll(score());
      case FILM -> {
        data.layerName().ifPresent(parts::add);
        parts.add(stages());
      }
      case LAYERS -> parts.addAll(layers());
      case ANSWERS -> parts.addAll(answers());
      default -> {
        data.layerName().ifPresent(parts::add);
        parts.add(stages());
        parts.addAll(distribution());
        if (view != View.DIFFERENCE) {
          data.beside().pinned().ifPresent(pinned -> parts.add("pinned: " + pinned.label()));
        }
      }
    }
    return String.join(BETWEEN, parts);
  }

  private String stages() {
    var distribution = data.picture().distribution();
    var text = new StringBuilder("τ = ");
    text.append(Numbers.plain(distribution.scaled().temperature()));
    for (var outcome : distribution.outcomes()) {
      if (!(outcome.stage() instanceof TemperatureStage)) {
        text.append(", ").append(outcome.stage().name()).append(value(outcome.stage()));
      }
    }
    return text.toString();
  }

  private List<String> distribution() {
    var distribution = data.picture().distribution();
    var scaled = distribution.scaled();
    return List.of(
        String.format(
            Locale.ROOT,
            "entropy %s, perplexity %s",
            data.picture().entropy(),
            Numbers.threeDigits(scaled.perplexity())),
        String.format(
            Locale.ROOT,
            "%s of %s tokens kept",
            Numbers.count(distribution.keptCount()),
            Numbers.count(scaled.count())));
  }

  private List<String> layers() {
    return data.beside().lens().stream()
        .flatMap(lens -> Stream.of("τ = 1, nothing removed", lens.picture().lead()))
        .toList();
  }

  private List<String> answers() {
    return data.beside().answers().stream()
        .flatMap(
            shown ->
                Stream.of(
                    "τ = 1, nothing removed",
                    "answers end at " + shown.stopText().typed(),
                    Numbers.count(shown.answers().runs()) + " runs"))
        .toList();
  }

  private List<String> score() {
    var score = TextScore.of(data.prediction().tokens());
    var unit = data.picture().unit();
    if (score.count() == 0) {
      return List.of("no token has anything before it");
    }
    return List.of(
        Numbers.tokens(score.count()) + " scored",
        "−Σ "
            + unit.logarithm()
            + " p = "
            + Numbers.information(-score.totalLogProbability(), unit),
        "loss " + Numbers.information(score.loss(), unit) + " a token",
        "perplexity " + Numbers.threeDigits(score.perplexity()));
  }

  /// The numbers of a stage except its minimum number of kept tokens, sorted by name because a map
  /// has no fixed order.
  private static String value(SamplerStage stage) {
    var numbers = new TreeMap<String, String>();
    stage
        .settings()
        .forEach(
            (name, value) -> {
              if (value instanceof Number number && !name.equals("least")) {
                numbers.put(name, Numbers.plain(number.doubleValue()));
              }
            });
    return switch (numbers.size()) {
      case 0 -> "";
      case 1 -> " = " + numbers.firstEntry().getValue();
      default -> " " + numbers;
    };
  }
}
