package kelvin.cli.output.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import kelvin.cli.output.Words;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.certificate.Difference;
import kelvin.engine.certificate.Stage;
import kelvin.engine.certificate.Verification;
import kelvin.text.VisibleText;
import kelvin.text.json.Json;

/// The answer of `kelvin verify`.
public record VerifyAnswer(Certificate certificate, Verification found) {

  /// The characters of a long value that are printed.
  private static final int SHOWN = 120;

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("same", found.isSame());
          if (found.first().isPresent()) {
            json.object("first", () -> members(json, found.first().get()));
          } else {
            json.missing("first");
          }
          json.array(
              "differences",
              () -> {
                for (var difference : found.differences()) {
                  json.object(() -> members(json, difference));
                }
              });
          json.member("steps", found.steps());
          json.member("otherLogits", found.otherRows());
          json.member("otherTokens", found.otherTokens());
          json.member("largestChange", found.largestChange());
          json.object(
              "made",
              () -> {
                json.member("program", certificate.maker().program());
                json.member("system", certificate.maker().system());
              });
        });
  }

  private static void members(Json json, Difference difference) throws IOException {
    json.member("stage", difference.stage().label());
    if (difference.step().isPresent()) {
      json.member("step", difference.step().getAsInt());
    } else {
      json.missing("step");
    }
    json.member("recorded", difference.recorded());
    json.member("now", difference.now());
  }

  public void print(PrintWriter out) {
    if (found.isSame()) {
      out.println(
          "The same to the bit: the model, the prompt, and the logits and draws of "
              + steps(found.steps())
              + ".");
    } else {
      print(out, "The first difference is in ", found.differences().getFirst());
      found.differences().stream().skip(1).forEach(next -> print(out, "Then in ", next));
      out.println(summary());
      out.println(
          "It was made by "
              + certificate.maker().program()
              + " on "
              + certificate.maker().system()
              + ".");
    }
    out.flush();
  }

  private static void print(PrintWriter out, String begin, Difference difference) {
    out.println(
        begin
            + difference.stage().words()
            + (difference.step().isPresent() ? " of step " + difference.step().getAsInt() : "")
            + ":");
    boolean isText = difference.stage() == Stage.TEXT;
    out.println("  recorded  " + shown(difference.recorded(), isText));
    out.println("  now       " + shown(difference.now(), isText));
  }

  private static String shown(String value, boolean isText) {
    var visible = isText ? VisibleText.of(value) : value;
    return visible.length() > SHOWN ? visible.substring(0, SHOWN) + "…" : visible;
  }

  private String summary() {
    if (found.differences().stream().anyMatch(first -> first.stage() == Stage.VOCABULARY)) {
      return "The model has other tokens, so its steps were not compared.";
    }
    return String.format(
        Locale.ROOT,
        "Of %s, %s other logits and %s another token. The largest change of a token's ln p is %.2g"
            + " nats.",
        steps(found.steps()),
        have(found.otherRows()),
        draw(found.otherTokens()),
        found.largestChange());
  }

  static String steps(int count) {
    return Words.count(count) + (count == 1 ? " step" : " steps");
  }

  private static String have(int count) {
    return count == 0 ? "none has" : Words.count(count) + (count == 1 ? " has" : " have");
  }

  private static String draw(int count) {
    return count == 0 ? "none draws" : Words.count(count) + (count == 1 ? " draws" : " draw");
  }
}
