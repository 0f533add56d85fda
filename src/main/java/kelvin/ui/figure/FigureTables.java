package kelvin.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.display.View;
import kelvin.distribution.Distribution;
import kelvin.distribution.TemperatureSweep;
import kelvin.engine.ContextToken;
import kelvin.engine.answer.Answer;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.plot.film.LayersPicture;

/// Makes the tables of numbers behind each view.
public final class FigureTables {

  private static final List<String> CANDIDATE =
      List.of(
          "rank",
          "id",
          "token",
          "logit",
          "probability",
          "scaledProbability",
          "cumulative",
          "finalProbability",
          "removedBy");
  private static final List<String> CURVE =
      List.of("rank", "id", "token", "cumulativeProbability", "cumulativeScaledProbability");
  private static final List<String> FILM =
      List.of(
          "temperature",
          "entropy",
          "perplexity",
          "nucleusMass",
          "nucleusCount",
          "rank",
          "id",
          "token",
          "scaledProbability");
  private static final List<String> LAYERS =
      List.of("layer", "entropy", "klToLast", "rank", "id", "token", "probability");
  private static final List<String> DIFFERENCE =
      List.of(
          "rank", "id", "token", "pinnedRank", "pinnedProbability", "scaledProbability", "change");
  private static final List<String> ANSWERS =
      List.of("text", "ids", "logProbability", "probability", "complete", "label");
  private static final List<String> TOKENS =
      List.of("position", "id", "token", "logProbability", "rank", "entropy");

  private final FigureData data;
  private final int listed;
  private final int maxRows;

  /// @param maxRows the greatest number of ranks to list; 0 for all
  public FigureTables(FigureData data, int maxRows) {
    this.data = data;
    this.maxRows = maxRows;
    int all = data.picture().count();
    listed = maxRows == 0 ? all : Math.min(maxRows, all);
  }

  /// The table of a view. The figure that shows everything uses the table of the bars, which has a
  /// row for each token.
  public NumberTable of(View view) {
    return switch (view) {
      case PLAYGROUND, BARS -> candidates();
      case CURVE -> curve();
      case FILM -> film();
      case LAYERS -> layers();
      case STRIP, SERIES -> tokens();
      case DIFFERENCE -> difference();
      case ANSWERS -> answers();
    };
  }

  FigureData data() {
    return data;
  }

  /// The number of ranks with a row.
  int listed() {
    return listed;
  }

  /// Every number of a token, with a row for each rank.
  NumberTable candidates() {
    var pinned = data.beside().pinned();
    if (pinned.isEmpty()) {
      return new NumberTable(CANDIDATE, () -> ranks().mapToObj(this::candidate));
    }
    var columns = new ArrayList<>(CANDIDATE);
    columns.add("pinnedProbability");
    var before = pinned.get().scaled();
    return new NumberTable(
        columns,
        () ->
            ranks()
                .mapToObj(
                    rank -> {
                      var row = new ArrayList<>(candidate(rank));
                      int id = data.picture().logits().tokenAtRank(rank);
                      row.add(before.probabilityOfToken(id));
                      return row;
                    }));
  }

  /// Both probabilities and ranks of each token, in the order of the live ranks; empty where
  /// nothing is pinned.
  NumberTable difference() {
    return new NumberTable(
        DIFFERENCE,
        () ->
            data.beside().pinned().stream()
                .flatMap(pinned -> ranks().mapToObj(rank -> shift(pinned.scaled(), rank))));
  }

  private List<Object> shift(Distribution before, int rank) {
    var live = data.picture().distribution().scaled();
    int id = live.logits().tokenAtRank(rank);
    double pinned = before.probabilityOfToken(id);
    return List.of(
        rank,
        id,
        data.vocabulary().text(id),
        before.logits().rankOf(id),
        pinned,
        live.probability(rank),
        live.probability(rank) - pinned);
  }

  private List<Object> candidate(int rank) {
    var distribution = data.picture().distribution();
    var logits = distribution.logits();
    int id = logits.tokenAtRank(rank);
    return List.of(
        rank,
        id,
        data.vocabulary().text(id),
        logits.atRank(rank),
        distribution.ownProbability(rank),
        distribution.scaled().probability(rank),
        distribution.cumulative(rank),
        distribution.finalProbability(rank),
        distribution.reason(rank).<Object>map(reason -> reason).orElse(NumberTable.NONE));
  }

  /// The two curves, with a row for each rank. The model's own is the mass of as many of the tokens
  /// that it finds most probable, so it is a curve of its own where edits changed the ranks.
  NumberTable curve() {
    return new NumberTable(CURVE, () -> ranks().mapToObj(this::point));
  }

  private List<Object> point(int rank) {
    int id = data.picture().logits().tokenAtRank(rank);
    return List.of(
        rank,
        id,
        data.vocabulary().text(id),
        data.picture().own().cumulative(rank),
        data.picture().distribution().scaled().cumulative(rank));
  }

  private IntStream ranks() {
    return IntStream.rangeClosed(1, listed);
  }

  /// A row for each temperature and token.
  NumberTable film() {
    var film = data.film();
    return new NumberTable(
        FILM,
        () ->
            IntStream.range(0, film.temperatures().size())
                .boxed()
                .flatMap(at -> atTemperature(film, at)));
  }

  private Stream<List<Object>> atTemperature(TemperatureSweep film, int at) {
    double entropy = film.entropies().get(at);
    return IntStream.range(0, film.ranks().size())
        .mapToObj(
            line -> {
              int rank = film.ranks().get(line);
              int id = film.logits().tokenAtRank(rank);
              return List.of(
                  film.temperatures().get(at),
                  entropy,
                  Math.exp(entropy),
                  film.nucleus().p(),
                  film.nucleus().counts().get(at),
                  rank,
                  id,
                  data.vocabulary().text(id),
                  film.probabilities().get(line).get(at));
            });
  }

  /// A row for each layer and token with a line, at τ = 1; the rank is that in the layer.
  NumberTable layers() {
    return new NumberTable(
        LAYERS,
        () ->
            data.beside().lens().stream()
                .map(FigureData.Lens::picture)
                .flatMap(
                    shown ->
                        IntStream.rangeClosed(0, shown.last())
                            .boxed()
                            .flatMap(number -> atLayer(shown, number))));
  }

  private Stream<List<Object>> atLayer(LayersPicture shown, int number) {
    var layer = shown.layers().get(number);
    return shown.tokens().stream()
        .map(
            token ->
                List.of(
                    number,
                    layer.distribution().entropy(),
                    layer.klToLast(),
                    layer.distribution().logits().rankOf(token.id()),
                    token.id(),
                    data.vocabulary().text(token.id()),
                    layer.distribution().probabilityOfToken(token.id())));
  }

  /// A row for each whole answer and each beginning that was not expanded.
  NumberTable answers() {
    return new NumberTable(
        ANSWERS,
        () ->
            data.beside().answers().stream()
                .flatMap(
                    shown ->
                        shown.answers().answers().stream()
                            .limit(maxRows == 0 ? Integer.MAX_VALUE : maxRows)
                            .map(answer -> answer(shown, answer))));
  }

  private static List<Object> answer(ShownAnswers shown, Answer answer) {
    return List.of(
        answer.text(),
        answer.ids(),
        answer.logProbability(),
        answer.probability(),
        answer.complete(),
        shown.label(answer).<Object>map(label -> label).orElse(NumberTable.NONE));
  }

  /// A row for each token of the text; with the measure that shades them, if it comes from inside
  /// the model.
  NumberTable tokens() {
    var columns = new ArrayList<>(TOKENS);
    if (isShadedFromInside()) {
      columns.add(data.beside().shades().column());
    }
    return new NumberTable(columns, () -> data.prediction().tokens().stream().map(this::token));
  }

  private boolean isShadedFromInside() {
    return !data.beside().shades().tokens().isEmpty();
  }

  private List<Object> token(ContextToken token) {
    var row = new ArrayList<>(scored(token));
    if (isShadedFromInside()) {
      double number = data.beside().shades().at(token.position()).number();
      row.add(Double.isNaN(number) ? NumberTable.NONE : number);
    }
    return row;
  }

  private static List<Object> scored(ContextToken token) {
    var score = token.score();
    return List.of(
        token.position(),
        token.id(),
        token.text(),
        score.<Object>map(s -> s.logProbability()).orElse(NumberTable.NONE),
        score.<Object>map(s -> s.rank()).orElse(NumberTable.NONE),
        score.<Object>map(s -> s.entropy()).orElse(NumberTable.NONE));
  }
}
