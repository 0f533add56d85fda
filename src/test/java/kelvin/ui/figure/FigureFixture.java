package kelvin.ui.figure;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TokenScore;
import kelvin.distribution.TopP;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.engine.answer.Answer;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.engine.next.NextToken;
import kelvin.engine.path.SearchEnd;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.text.Vocabulary;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.film.LayersPicture;
import kelvin.ui.text.TokenShades;

/// A prediction over five tokens, some of which need escaping in XML and in tables.
final class FigureFixture {

  static final List<String> TOKENS = List.of(" a", "<&>\"", ",\n", "\u0001", "…é");

  private FigureFixture() {}

  /// At τ = 0.5 with top-p 0.95; in rank order the tokens are 1, 0, 2, 4, 3, and 3 is impossible.
  static FigureData data() {
    return data(new Temperature(0.5), new TopP(0.95));
  }

  /// The same with a pinned distribution at τ = 2 over the same tokens, and token 2 watched.
  static FigureData compared() {
    var data = data();
    var pinned = new Ghost(Distribution.of(data.picture().logits(), 2), "before, τ 2");
    return data.with(
        new FigureData.Beside(
            Optional.of(pinned),
            List.of(3),
            Optional.empty(),
            Optional.of(lens(data)),
            TokenShades.NONE));
  }

  /// Four layers that come ever closer to the distribution of the data.
  private static FigureData.Lens lens(FigureData data) {
    var logits = data.picture().logits();
    var layers =
        Stream.of(8.0, 4.0, 2.0, 1.0)
            .map(
                temperature ->
                    new LayersPicture.AtLayer(
                        Distribution.of(logits, temperature), (temperature - 1) / 10))
            .toList();
    var tokens =
        IntStream.rangeClosed(1, 3)
            .map(logits::tokenAtRank)
            .mapToObj(id -> new LayersPicture.Followed(id, "token " + id, false))
            .toList();
    var choice = new LayersPicture.FinalChoice(logits.tokenAtRank(1), "first", 2, 2);
    return new FigureData.Lens(
        new LayersPicture(layers, choice, tokens, InformationUnit.BITS), OptionalInt.empty());
  }

  /// The same with two answers, one of them a label, and a beginning that was not expanded.
  static FigureData answered() {
    var answers =
        List.of(
            new Answer("=1", List.of(0, 2), Math.log(0.5), true),
            new Answer(" b", List.of(1), Math.log(0.3), false),
            new Answer("", List.of(2), Math.log(0.1), true));
    var found = new Answers(answers, 2, 0.6, 0.4, 7, Optional.of(SearchEnd.BUDGET));
    var trial = new Trial(new FreePrompt("a"), List.of("=1"), Optional.empty(), false);
    var shown = new ShownAnswers(found, StopText.LINE_END, trial, vocabulary());
    return data()
        .with(
            new FigureData.Beside(
                Optional.empty(),
                List.of(),
                Optional.of(shown),
                Optional.empty(),
                TokenShades.NONE));
  }

  /// The same with shades from inside the model, the first below 0.
  static FigureData shaded() {
    var shades =
        new TokenShades(
            List.of(new TokenShades.Shade(-1, -0.5, "−1"), new TokenShades.Shade(2, 1, "+2")),
            List.of("−2", "0", "+2"),
            "gradient · vector",
            "gradientDotEmbedding",
            true);
    return data()
        .with(
            new FigureData.Beside(
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), shades));
  }

  static FigureData data(Temperature temperature, TopP topP) {
    var logits = Logits.owning(new float[] {2, 2.5f, 1, Float.NEGATIVE_INFINITY, 0.25f});
    var vocabulary = vocabulary();
    var chain =
        new SamplerChain(
            List.of(new SamplerChain.Entry(temperature, true), new SamplerChain.Entry(topP, true)));
    var context = List.of(token(0, 0, Optional.empty()), token(1, 1, Optional.of(score())));
    var request = new PredictionRequest(" a<&>\"", List.of(), OptionalInt.empty());
    var prediction = new Prediction(request, context, 1, logits, 0.1);
    return FigureData.of(NextToken.of(prediction, chain), vocabulary, "five & more");
  }

  static FigureLook look(View view) {
    return FigureLook.of(view, Theme.LIGHT, plots(BarScale.ABSOLUTE));
  }

  static FigureLook.Plots plots(BarScale scale) {
    return new FigureLook.Plots(scale, 0, Shading.SURPRISAL);
  }

  private static TokenScore score() {
    return new TokenScore(-1.5, 3, 0.75);
  }

  private static ContextToken token(int position, int id, Optional<TokenScore> score) {
    var vocabulary = vocabulary();
    return new ContextToken(
        position,
        id,
        vocabulary.text(id),
        vocabulary.visibleText(id),
        false,
        Origin.PROMPT,
        Optional.empty(),
        score);
  }

  private static Vocabulary vocabulary() {
    var pieces =
        TOKENS.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    return new Vocabulary(pieces, new BitSet());
  }
}
