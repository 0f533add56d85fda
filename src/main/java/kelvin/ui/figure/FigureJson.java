package kelvin.ui.figure;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.display.View;
import kelvin.distribution.SamplerStage;
import kelvin.engine.TextScore;
import kelvin.engine.path.SearchEnd;

/// Writes the numbers of a view as JSON, with the same names as `kelvin next` and `kelvin score`.
public final class FigureJson {

  private final FigureTables tables;
  private final FigureData data;
  private final JsonWriter json;

  public FigureJson(FigureTables tables, Writer out) {
    this.tables = tables;
    data = tables.data();
    json = new JsonWriter(out);
  }

  public void write(View view) throws IOException {
    json.beginObject();
    json.name("model").value(data.modelName());
    context();
    switch (view) {
      case PLAYGROUND -> {
        distribution();
        candidates();
        rows("film", tables.film());
        tokens();
      }
      case BARS -> {
        distribution();
        candidates();
      }
      case CURVE -> {
        distribution();
        rows("curve", tables.curve());
      }
      case FILM -> {
        distribution();
        rows("film", tables.film());
      }
      case LAYERS -> layers();
      case STRIP, SERIES -> tokens();
      case DIFFERENCE -> {
        distribution();
        difference();
      }
      case ANSWERS -> answers();
    }
    json.endObject();
    json.flush();
  }

  private void context() throws IOException {
    json.name("context").beginArray();
    for (var token : data.prediction().tokens()) {
      json.beginObject();
      json.name("position").value(token.position());
      json.name("id").value(token.id());
      json.name("token");
      value(token.text());
      json.name("special").value(token.special());
      json.endObject();
    }
    json.endArray();
    // The distribution belongs to the token after this one.
    json.name("position").value(data.prediction().position());
  }

  private void distribution() throws IOException {
    var distribution = data.picture().distribution();
    if (data.layer().isPresent()) {
      json.name("layer").value(data.layer().getAsInt());
    }
    var scaled = distribution.scaled();
    json.name("parameters").beginObject();
    json.name("temperature").value(scaled.temperature());
    json.name("stages").beginArray();
    for (var outcome : distribution.outcomes()) {
      stage(outcome.stage());
    }
    json.endArray().endObject();
    json.name("vocabularySize").value(scaled.count());
    json.name("entropy").value(scaled.entropy());
    json.name("perplexity").value(scaled.perplexity());
    json.name("kept").beginObject();
    json.name("count").value(distribution.keptCount());
    json.name("mass").value(distribution.keptMass());
    json.endObject();
  }

  private void stage(SamplerStage stage) throws IOException {
    json.beginObject();
    json.name("stage").value(stage.name());
    json.name("on").value(true);
    members(stage.settings());
    json.endObject();
  }

  private void members(Map<?, ?> settings) throws IOException {
    for (var setting : settings.entrySet()) {
      json.name(String.valueOf(setting.getKey()));
      value(setting.getValue());
    }
  }

  private void candidates() throws IOException {
    int listed = tables.listed();
    json.name("tail").beginObject();
    json.name("count").value(data.picture().count() - listed);
    json.name("probability").value(data.picture().distribution().scaled().tailMass(listed));
    json.endObject();
    rows("candidates", tables.candidates());
  }

  /// The members of `kelvin layers` with a row for each layer and token.
  private void layers() throws IOException {
    rows("layers", tables.layers());
    var shown = data.beside().lens();
    if (shown.isPresent()) {
      var choice = shown.get().picture().choice();
      json.name("firstLead").value(choice.firstLead());
      json.name("lead").value(choice.lead());
    }
  }

  /// The divergences in nats, where p is the pinned and q the live distribution.
  private void difference() throws IOException {
    var difference = data.difference();
    if (difference.isPresent()) {
      var divergence = difference.get().divergence();
      json.name("pinned").value(difference.get().pinned().label());
      json.name("divergence").beginObject();
      json.name("kl");
      value(divergence.kl());
      json.name("reverseKl");
      value(divergence.reverseKl());
      json.name("jensenShannon").value(divergence.jensenShannon());
      json.name("totalVariation").value(divergence.totalVariation());
      json.endObject();
    }
    rows("difference", tables.difference());
  }

  /// The members of `kelvin answers`.
  private void answers() throws IOException {
    var shown = data.beside().answers();
    if (shown.isPresent()) {
      var found = shown.get().answers();
      json.name("stopText");
      value(shown.get().stopText().text());
      rows("answers", tables.answers());
      json.name("count").value(found.count());
      json.name("covered").value(found.covered());
      json.name("unexplored").value(found.unexplored());
      json.name("runs").value(found.runs());
      json.name("end");
      value(found.end().<Object>map(SearchEnd::label).orElse(NumberTable.NONE));
    }
  }

  private void tokens() throws IOException {
    var score = TextScore.of(data.prediction().tokens());
    rows("tokens", tables.tokens());
    json.name("count").value(score.count());
    json.name("loss");
    value(score.loss());
    json.name("perplexity");
    value(score.perplexity());
    json.name("totalLogProbability").value(score.totalLogProbability());
  }

  private void rows(String name, NumberTable table) throws IOException {
    json.name(name).beginArray();
    try (var rows = table.rows().get()) {
      for (var row : (Iterable<List<Object>>) rows::iterator) {
        json.beginObject();
        for (int column = 0; column < row.size(); column++) {
          json.name(table.columns().get(column));
          value(row.get(column));
        }
        json.endObject();
      }
    }
    json.endArray();
  }

  /// A missing number becomes null; infinities become the strings of `--logits-file`.
  private void value(Object value) throws IOException {
    switch (value) {
      case Double number when Double.isNaN(number) -> json.nullValue();
      case Double number when Double.isInfinite(number) -> json.value(number > 0 ? "inf" : "-inf");
      case Number number -> json.value(number);
      case Boolean flag -> json.value(flag);
      case Optional<?> _ -> json.nullValue();
      case Map<?, ?> members -> {
        json.beginObject();
        members(members);
        json.endObject();
      }
      case List<?> elements -> {
        json.beginArray();
        for (var element : elements) {
          value(element);
        }
        json.endArray();
      }
      default -> json.value(String.valueOf(value));
    }
  }
}
