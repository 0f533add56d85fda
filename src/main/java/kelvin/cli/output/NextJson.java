package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.distribution.Interval;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.StageRecord;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.engine.ContextToken;
import kelvin.text.json.Json;

/// The answer of `next` for programs.
public final class NextJson {

  private final Json json;
  private final NextAnswer answer;

  public NextJson(PrintWriter out, NextAnswer answer) {
    json = new Json(out);
    this.answer = answer;
  }

  public void write() throws IOException {
    json.document(this::members);
  }

  private void members() throws IOException {
    var distribution = answer.distribution();
    if (answer.model().isPresent()) {
      json.member("model", answer.model().get());
    } else {
      json.missing("model");
    }
    json.array("context", () -> tokens(answer.context()));
    json.object("parameters", () -> parameters(answer.chain()));
    json.member("vocabularySize", answer.vocabularySize());
    var bounds = answer.bounds();
    if (bounds.isPresent()) {
      known(bounds.get());
    } else {
      json.member("entropy", distribution.scaled().entropy());
      json.member("perplexity", distribution.scaled().perplexity());
      json.object(
          "kept",
          () -> {
            json.member("count", distribution.keptCount());
            json.member("mass", distribution.keptMass());
          });
    }
    json.object(
        "tail",
        () -> {
          json.member("count", answer.tailCount());
          new Bounded(json).member("probability", answer.tailMass()).write();
        });
    json.array("candidates", this::candidates);
    json.array("watched", this::watched);
  }

  /// The same where only the most probable tokens are known.
  private void known(TopBounds bounds) throws IOException {
    var top = bounds.top();
    json.object(
        "known",
        () -> {
          json.member("count", top.count());
          json.member("mass", top.mass());
          json.member("bound", top.bound());
        });
    var unknown = new Interval(0, Double.POSITIVE_INFINITY);
    var numbers = new Bounded(json);
    numbers.member("entropy", bounds.entropy().orElse(unknown));
    numbers.member("perplexity", bounds.perplexity().orElse(unknown));
    numbers.write();
    json.object(
        "kept",
        () -> {
          if (bounds.isDrawKnown()) {
            json.member("count", answer.distribution().keptCount());
          } else {
            json.missing("count");
          }
          new Bounded(json).member("mass", bounds.kept()).write();
        });
    if (bounds.whyNoDraw().isPresent()) {
      json.member("unknownDraw", bounds.whyNoDraw().get());
    } else {
      json.missing("unknownDraw");
    }
  }

  private void tokens(List<ContextToken> tokens) throws IOException {
    for (var token : tokens) {
      json.object(
          () -> {
            json.tokenMembers(token.position(), token.id(), token.text());
            json.member("special", token.special());
          });
    }
  }

  /// The four that everybody knows by themselves, then the stages that are on, in order.
  private void parameters(SamplerChain chain) throws IOException {
    json.member("temperature", answer.distribution().scaled().temperature());
    json.member(
        "topK",
        chain
            .active(StageKind.TOP_K)
            .map(k -> ((TopK) k).k())
            .orElse((int) StageKind.TOP_K.neutral()));
    json.member(
        "topP",
        chain.active(StageKind.TOP_P).map(p -> ((TopP) p).p()).orElse(StageKind.TOP_P.neutral()));
    json.member(
        "minP",
        chain
            .active(StageKind.MIN_P)
            .map(p -> ((MinP) p).minP())
            .orElse(StageKind.MIN_P.neutral()));
    json.array(
        "stages",
        () ->
            new ChainJson(json)
                .stages(StageRecord.of(chain).stream().filter(StageRecord::on).toList()));
  }

  private void candidates() throws IOException {
    for (var candidate : (Iterable<Candidate>) answer.candidates()::iterator) {
      json.object(() -> candidate.write(json));
    }
  }

  private void watched() throws IOException {
    for (var watched : answer.watched()) {
      json.object(
          () -> {
            json.member("text", watched.text());
            answer.of(watched).write(json);
            json.array("tokens", () -> tokensOf(watched));
          });
    }
  }

  private void tokensOf(Watched watched) throws IOException {
    for (int id : watched.ids()) {
      json.object(
          () -> {
            json.member("id", id);
            json.member("token", answer.vocabulary().text(id));
          });
    }
  }

  /// Writes numbers that may not be known. One that is not is null, and has its least and greatest
  /// value under the same name in the member `bounds`.
  static final class Bounded {

    private final Json json;
    private final Map<String, Interval> bounds = new LinkedHashMap<>();

    Bounded(Json json) {
      this.json = json;
    }

    Bounded member(String name, Interval value) throws IOException {
      json.member(name, value.value());
      return bounds(name, value);
    }

    /// Notes the bounds of a number that is written elsewhere.
    Bounded bounds(String name, Interval value) {
      if (!value.isExact()) {
        bounds.put(name, value);
      }
      return this;
    }

    /// Writes the bounds, if a number has some.
    void write() throws IOException {
      if (!bounds.isEmpty()) {
        json.object(
            "bounds",
            () -> {
              for (var bound : bounds.entrySet()) {
                json.array(
                    bound.getKey(),
                    () -> {
                      json.element(bound.getValue().low());
                      json.element(bound.getValue().high());
                    });
              }
            });
      }
    }
  }
}
