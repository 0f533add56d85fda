package kelvin.engine.certificate;

import java.util.List;
import kelvin.text.Choice;

/// The stages from a model to a text, in the order in which a verification compares them.
public enum Stage implements Choice {
  FILE("file", "the file of the certificate"),
  MODEL("model", "the files of the model"),
  VOCABULARY("vocabulary", "the tokens of the model"),
  PROMPT("prompt", "the tokens of the prompt"),
  LOGITS("logits", "the logits"),
  SAMPLING("sampling", "what the settings make of the logits"),
  RANDOM("random", "the random number"),
  TOKEN("token", "the drawn token"),
  NUMBERS("numbers", "the probabilities of the token"),
  STOP("stop", "the end of the text"),
  TEXT("text", "the text of the tokens");

  public static final List<Stage> ALL = List.of(values());

  private final String label;
  private final String words;

  Stage(String label, String words) {
    this.label = label;
    this.words = words;
  }

  @Override
  public String label() {
    return label;
  }

  /// A name for display.
  public String words() {
    return words;
  }
}
