package kelvin.ui.compare;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.inference.StartToken;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;

/// The text of a side: the playground's prompt until the user edits it here.
final class SidePrompt {

  private final PlaygroundSide playground;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final BooleanProperty follows = new SimpleBooleanProperty(this, "follows", false);

  /// True if the side's own text brings its own start token: a chat template wrote it.
  private boolean whole;

  SidePrompt(PlaygroundSide playground) {
    this.playground = playground;
    playground.trial().subscribe(_ -> follow());
    follows.subscribe(_ -> follow());
    text.subscribe(
        (_, now) -> {
          if (follows.get() && !now.equals(playgroundText())) {
            // An edited text of a template is still one.
            whole = isWhole(playground.trial().getValue().prompt());
            follows.set(false);
          }
          if (now.isEmpty()) {
            whole = false;
          }
        });
  }

  /// True if a prompt takes no start token, whatever the user chose.
  static boolean isWhole(ComposedPrompt prompt) {
    return prompt.startToken(StartToken.ALWAYS) == StartToken.NEVER;
  }

  private String playgroundText() {
    return playground.trial().getValue().prompt().render();
  }

  private void follow() {
    if (follows.get()) {
      text.set(playgroundText());
    }
  }

  /// The prompt with the playground's labels. Their texts are the same after both sides, so that
  /// their probabilities can be compared.
  Trial trial() {
    var theirs = playground.trial().getValue();
    if (follows.get()) {
      return theirs;
    }
    var labels = theirs.spelledContinuations().stream().map(Spellings::join).toList();
    Optional<String> right =
        theirs.answerIndex().isPresent()
            ? Optional.of(labels.get(theirs.answerIndex().getAsInt()))
            : Optional.empty();
    return new Trial(new FreePrompt(text.get()), labels, right, false);
  }

  /// The rule for the start token before the text.
  StartToken startToken() {
    var chosen = playground.startToken().getValue();
    if (follows.get()) {
      return playground.trial().getValue().prompt().startToken(chosen);
    }
    return whole ? StartToken.NEVER : chosen;
  }

  /// True if nothing is put before the side's own text.
  boolean isWhole() {
    return whole && !follows.get();
  }

  /// Makes a text the side's own.
  ///
  /// @param isWhole true if nothing is put before it, because it brings its own start token
  void own(String own, boolean isWhole) {
    whole = isWhole;
    follows.set(false);
    text.set(own);
  }

  /// The text if it is the side's own; empty while it is the playground's.
  Optional<String> own() {
    return follows.get() ? Optional.empty() : Optional.of(text.get());
  }

  void restore(Optional<String> own, boolean isWhole) {
    own.ifPresentOrElse(now -> own(now, isWhole), () -> follows.set(true));
  }

  StringProperty textProperty() {
    return text;
  }

  /// True while the text is the playground's prompt.
  BooleanProperty followsProperty() {
    return follows;
  }
}
