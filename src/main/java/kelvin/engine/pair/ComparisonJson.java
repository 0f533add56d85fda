package kelvin.engine.pair;

import java.io.IOException;
import java.util.List;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// Writes comparisons of models as JSON. KL is in nats.
public record ComparisonJson(Vocabulary vocabulary) {

  /// The share of the tokens whose divergence is at most `p99Kl`.
  public static final double QUANTILE = 0.99;

  /// One comparison is the document; several are its list.
  public void write(Json json, List<ModelComparison> comparisons) throws IOException {
    if (comparisons.size() == 1) {
      json.document(() -> members(json, comparisons.getFirst()));
    } else {
      json.document(
          () ->
              json.array(
                  "comparisons",
                  () -> {
                    for (var each : comparisons) {
                      json.object(() -> members(json, each));
                    }
                  }));
    }
  }

  private void members(Json json, ModelComparison compared) throws IOException {
    json.object("model", () -> side(json, compared.model()));
    json.object("against", () -> side(json, compared.against()));
    if (compared.text().isPresent()) {
      text(json, compared.text().get());
    }
    if (compared.next().isPresent()) {
      next(json, compared.next().get());
    }
    json.member("bitsPerByte", compared.model().read().bitsPerByte());
    json.member("againstBitsPerByte", compared.against().read().bitsPerByte());
    if (compared.text().isPresent()) {
      draws(json, compared.text().get());
    }
  }

  private static void side(Json json, ModelComparison.Side side) throws IOException {
    json.member("name", side.descriptor().name());
    json.member("precision", side.descriptor().precision());
    json.member("fileBytes", side.fileBytes());
    json.member("tokens", side.read().tokens());
    json.member("bytes", side.read().bytes());
    json.member("tokensPerSecond", side.read().tokensPerSecond());
    json.member("export", side.name());
  }

  private void text(Json json, PairedText text) throws IOException {
    json.array(
        "positions",
        () -> {
          for (var token : text.tokens()) {
            json.object(() -> token(json, token));
          }
        });
    json.member("meanKl", text.meanKl());
    json.member("p99Kl", text.klQuantile(QUANTILE));
    json.member("maxKl", text.worst().map(worst -> worst.divergence().kl()).orElse(Double.NaN));
    json.member("topAgreement", text.topAgreement());
    if (text.omittedMass() > 0) {
      json.member("omittedMass", text.omittedMass());
    }
  }

  private static void draws(Json json, PairedText text) throws IOException {
    json.member("seed", text.settings().seed());
    json.member("draw", text.settings().mode().label());
    json.member("drawAgreement", text.drawAgreement());
    var flipped = text.firstFlippedDraw();
    if (flipped.isPresent()) {
      json.member("firstFlippedDraw", flipped.get().position());
    } else {
      json.missing("firstFlippedDraw");
    }
  }

  private void token(Json json, PairedToken token) throws IOException {
    json.tokenMembers(token.position(), token.id(), vocabulary.text(token.id()));
    json.member("kl", token.divergence().kl());
    json.member("js", token.divergence().jensenShannon());
    json.member("totalVariation", token.divergence().totalVariation());
    json.member("topAgrees", token.topAgrees());
    json.member("rankOfOtherTop", token.rankOfOtherTop());
    json.member("logProbability", token.logProbability());
    json.member("againstLogProbability", token.againstLogProbability());
    json.member("u", token.draws().u());
    json.member("drawnId", token.draws().id());
    json.member("drawn", vocabulary.text(token.draws().id()));
    json.member("againstDrawnId", token.draws().againstId());
    json.member("againstDrawn", vocabulary.text(token.draws().againstId()));
    json.member("drawAgrees", token.draws().agrees());
  }

  private static void next(Json json, ModelComparison.Next next) throws IOException {
    json.array(
        "nextCharacters",
        () -> {
          for (var each : next.characters()) {
            json.object(
                () -> {
                  json.member("character", each.character());
                  json.member("probability", each.probability());
                  json.member("againstProbability", each.againstProbability());
                });
          }
        });
    json.member("nextTotalVariation", next.totalVariation());
  }
}
