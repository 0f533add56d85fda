package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.engine.spelling.Healing;
import kelvin.engine.spelling.Spelling;
import kelvin.engine.spelling.Spellings;
import kelvin.engine.spelling.UsualSpelling;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// The answer of `kelvin probability`.
///
/// @param usual the tokens of the text as the tokenizer spells it after the prompt; empty if it has
///     none there
public record SpellingList(
    String text, Optional<UsualSpelling> usual, Spellings found, Optional<Healing> healed) {

  /// @param vocabulary the texts of the tokens
  public void write(Json json, Vocabulary vocabulary) throws IOException {
    json.document(
        () -> {
          json.member("text", text);
          json.member("probability", found.probability());
          if (usual.isPresent()) {
            var canonical = usual.get();
            json.object(
                "canonical",
                () -> {
                  json.ids("ids", canonical.ids());
                  json.member("probability", canonical.probability());
                });
          } else {
            json.missing("canonical");
          }
          json.array("spellings", () -> writeSpellings(json));
          json.member("bound", found.bound());
          json.member("count", found.count());
          json.member("runs", found.runs());
          json.member("end", found.end().label());
          if (healed.isPresent()) {
            var healing = healed.get();
            json.object(
                "healed",
                () -> {
                  json.member("removed", vocabulary.text(healing.removed()));
                  json.member("id", healing.removed());
                  json.member("probability", healing.probability());
                  json.member("bound", healing.bound());
                });
          }
        });
  }

  private void writeSpellings(Json json) throws IOException {
    for (var spelling : found.listed()) {
      json.object(
          () -> {
            json.ids("ids", spelling.ids());
            json.member("probability", spelling.probability());
            json.member("text", spelling.text());
          });
    }
  }

  /// @param vocabulary the texts of the tokens
  public void print(PrintWriter out, Vocabulary vocabulary) {
    var table =
        new TextTable(
            TextTable.Column.left("tokens"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("share"),
            TextTable.Column.left(""));
    for (var spelling : found.listed()) {
      table.row(
          spelling.ids().stream().map(vocabulary::visibleText).collect(Collectors.joining(" ")),
          Words.percent(spelling.probability()),
          Words.percent(StrictMath.exp(spelling.logProbability() - found.logProbability())),
          remark(spelling));
    }
    table.print(out);
    out.println();
    out.println(summary());
    out.println(usualSentence());
    healed.ifPresent(healing -> out.println(healingSentence(healing, vocabulary)));
    out.flush();
  }

  private String remark(Spelling spelling) {
    if (usual.isPresent() && usual.get().ids().equals(spelling.ids())) {
      return "usual spelling";
    }
    return spelling.text().length() > text.length() ? "goes beyond the text" : "";
  }

  private String summary() {
    var visible = VisibleText.of(text);
    if (found.count() == 0 && found.bound() == 0) {
      return "No sequence of this model's tokens begins with “"
          + visible
          + "”: its probability is 0.";
    }
    return "“"
        + visible
        + "” follows with "
        + Words.percent(found.probability())
        + ": "
        + Words.count(found.count())
        + (found.count() == 1 ? " spelling" : " spellings")
        + (found.listed().size() < found.count()
            ? " (" + Words.count(found.listed().size()) + " listed)"
            : "")
        + " after "
        + Words.count(found.runs())
        + (found.runs() == 1 ? " run" : " runs")
        + (found.bound() == 0
            ? "; there are no others."
            : "; at most " + Words.percent(found.bound()) + " more. " + ending());
  }

  private String ending() {
    var reason = found.end().reason();
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }

  private String usualSentence() {
    return usual
        .map(
            spelling ->
                "The usual spelling has "
                    + Words.percent(spelling.probability())
                    + ", which is "
                    + Words.percent(
                        StrictMath.exp(spelling.logProbability() - found.logProbability()))
                    + " of it.")
        .orElse(
            "The text has no usual spelling after this prompt: the tokens at the prompt's end"
                + " change when the text follows, or the prompt is given as ids.");
  }

  private static String healingSentence(Healing healing, Vocabulary vocabulary) {
    return "If the end of the prompt, “"
        + vocabulary.visibleText(healing.removed())
        + "”, may be spelled in another way: "
        + Words.percent(healing.probability())
        + (healing.bound() == 0 ? "" : ", at most " + Words.percent(healing.bound()) + " off")
        + ".";
  }
}
