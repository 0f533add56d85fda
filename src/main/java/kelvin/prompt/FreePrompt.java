package kelvin.prompt;

/// A prompt typed as it is. An answer stands directly behind it: nothing is put between.
public record FreePrompt(String text) implements ComposedPrompt {

  @Override
  public String render() {
    return text;
  }

  @Override
  public String continuation(String answer) {
    return answer;
  }

  @Override
  public String closedContinuation(String answer) {
    return answer;
  }
}
