package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import kelvin.huggingface.regex.RegexRisk;

/// Checks the steps of a tokenizer before the library reads them. It ends the process at a search
/// without end and at a table with wrong offsets, often at a text that is typed much later.
///
/// Looks at all members with the names of such settings, because the library also takes steps
/// whose type is not written.
final class StepChecks {

  /// Real tokenizers have up to ten.
  private static final int MAX_STEPS = 100;

  /// The bytes of a text may become this many times as many. T5's, which grow most, become 33 times
  /// as many: one Arabic ligature stands for 18 letters.
  private static final double MAX_GROWTH = 50;

  /// Real tokenizers insert one character before a text.
  private static final int MAX_INSERTED = 100;

  private static final int MAX_SHOWN = 60;

  private int steps;
  private double growth = 1;
  private int inserted;

  private StepChecks() {}

  static void check(JsonObject tokenizer) throws UnusableTokenizerException {
    var checks = new StepChecks();
    checks.visit(tokenizer.get("normalizer"));
    checks.visit(tokenizer.get("pre_tokenizer"));
    Template.check(tokenizer);
  }

  private void visit(JsonElement element) throws UnusableTokenizerException {
    if (element instanceof JsonArray all) {
      for (var one : all) {
        visit(one);
      }
    } else if (element instanceof JsonObject step) {
      visitStep(new Pipeline.Step(step));
      for (var member : step.entrySet()) {
        visit(member.getValue());
      }
    }
  }

  private void visitStep(Pipeline.Step step) throws UnusableTokenizerException {
    if (++steps > MAX_STEPS) {
      throw new UnusableTokenizerException("has more than " + MAX_STEPS + " steps");
    }
    if (step.is("FixedLength") && step.string("length").matches("0*")) {
      throw new UnusableTokenizerException("cuts texts into pieces of no length");
    }
    checkRegex(step.string("Regex"));
    grow(step);
    if (growth > MAX_GROWTH || inserted > MAX_INSERTED) {
      throw new UnusableTokenizerException("makes texts many times as long as they are");
    }
  }

  private static void checkRegex(String regex) throws UnusableTokenizerException {
    var risk = RegexRisk.of(regex);
    if (risk.isPresent()) {
      var shown = regex.length() > MAX_SHOWN ? regex.substring(0, MAX_SHOWN) + "…" : regex;
      throw new UnusableTokenizerException(
          "searches texts for a regular expression that " + risk.get() + " (" + shown + ")");
    }
  }

  private void grow(Pipeline.Step step) throws UnusableTokenizerException {
    inserted += bytesOf(step.string("prepend"));
    if (step.json().has("pattern") && step.json().has("content")) {
      // A regex may match a single character or none.
      var pattern = step.json().get("pattern");
      int replaced =
          pattern instanceof JsonObject object
              ? bytesOf(new Pipeline.Step(object).string("String"))
              : 1;
      growth *= Math.max(1, (double) bytesOf(step.string("content")) / Math.max(1, replaced));
    }
    if (step.is("ByteLevel")) {
      // Each byte of a character that is not ASCII becomes a character of two bytes.
      growth *= 2;
    }
    if (step.json().has("precompiled_charsmap")) {
      growth *= CharacterTable.growth(step.string("precompiled_charsmap"));
    }
  }

  private static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
