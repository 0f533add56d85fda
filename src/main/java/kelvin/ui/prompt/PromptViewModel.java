package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.TextScore;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.text.Span;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.ShadedToken;
import kelvin.ui.control.Shading;
import kelvin.ui.control.Shading.TokenNumbers;

/// The prompt: its text, its tokens as the model sees them, and how likely the model finds it.
public final class PromptViewModel {

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<List<ShadedToken>> tokens =
      new SimpleObjectProperty<>(this, "tokens", List.of());
  private final IntegerProperty selectedToken = new SimpleIntegerProperty(this, "selected", -1);
  private final BooleanProperty current = new SimpleBooleanProperty(this, "current", false);
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObjectProperty<StartToken> startTokenChoice =
      new SimpleObjectProperty<>(this, "startTokenChoice", StartToken.AUTO);
  private final FewShotViewModel fewShot = new FewShotViewModel();
  private final ObjectProperty<Composition> composition =
      new SimpleObjectProperty<>(this, "composition", Composition.TEXT);
  private final ObjectProperty<Shading> shading =
      new SimpleObjectProperty<>(this, "shading", Shading.SURPRISAL);
  private final ReadOnlyStringWrapper startToken =
      new ReadOnlyStringWrapper(this, "startToken", "");
  private final ReadOnlyStringWrapper loss = new ReadOnlyStringWrapper(this, "loss", "–");
  private final ReadOnlyStringWrapper perplexity =
      new ReadOnlyStringWrapper(this, "perplexity", "–");
  private final ReadOnlyStringWrapper logProbability =
      new ReadOnlyStringWrapper(this, "logProbability", "–");
  private IntConsumer onCaret = _ -> {};

  /// The free text while the prompt is composed.
  private String typed = "";

  /// The context tokens behind `tokens`, in the same order.
  private List<ContextToken> promptTokens = List.of();

  public PromptViewModel() {
    shading.subscribe(_ -> shade());
    composition.subscribe((_, now) -> compose(now));
    fewShot
        .renderedProperty()
        .subscribe(
            (_, now) -> {
              if (composition.get() == Composition.FEW_SHOT) {
                text.set(now);
              }
            });
  }

  /// Changing the way keeps the work of the other.
  private void compose(Composition now) {
    if (now == Composition.FEW_SHOT) {
      typed = text.get();
      text.set(fewShot.renderedProperty().get());
    } else {
      text.set(typed);
    }
  }

  /// Sets the text from outside the panel; a composed prompt goes on as a typed one.
  public void replaceText(String now) {
    typed = now;
    composition.set(Composition.TEXT);
    text.set(now);
  }

  /// The free text, also while the prompt is composed.
  public String typedText() {
    return composition.get() == Composition.TEXT ? text.get() : typed;
  }

  /// Sets every way of making the prompt from outside the panel.
  ///
  /// @param way the one that is chosen
  public void restore(Composition way, String freeText, FewShotPrompt examples) {
    fewShot.restore(examples);
    composition.set(way);
    typed = freeText;
    if (way == Composition.TEXT) {
      text.set(freeText);
    }
  }

  /// Shows the tokens of a context; those of the prompt in the editor, its numbers below.
  public void show(List<ContextToken> context) {
    promptTokens = context.stream().filter(token -> token.origin() == Origin.PROMPT).toList();
    shade();
    var starts = new ArrayList<String>();
    context.stream()
        .filter(token -> token.origin() == Origin.START)
        .forEach(token -> starts.add(token.visibleText()));
    startToken.set(String.join("", starts));
    var score = TextScore.of(context);
    loss.set(Numbers.threeDigits(score.loss()));
    perplexity.set(Numbers.threeDigits(score.perplexity()));
    logProbability.set(score.count() == 0 ? "–" : Numbers.threeDigits(score.totalLogProbability()));
    current.set(true);
    problem.set("");
  }

  /// Shows no numbers: there are none for the text as it is.
  public void showProblem(String sentence) {
    promptTokens = List.of();
    tokens.set(List.of());
    loss.set("–");
    perplexity.set("–");
    logProbability.set("–");
    problem.set(sentence);
  }

  /// Frames the token at a position of the context, if it is one of the prompt.
  public void frame(OptionalInt position) {
    int framed = -1;
    for (int i = 0; i < promptTokens.size() && position.isPresent(); i++) {
      if (promptTokens.get(i).position() == position.getAsInt()) {
        framed = i;
      }
    }
    selectedToken.set(framed);
  }

  /// The position in the context of the token that a caret at `index` stands before or in; none at
  /// the end of the text.
  public OptionalInt positionAt(int index) {
    for (var token : promptTokens) {
      var span = token.span().orElse(new Span(0, 0));
      if (span.contains(index)) {
        return OptionalInt.of(token.position());
      }
    }
    return OptionalInt.empty();
  }

  private void shade() {
    tokens.set(promptTokens.stream().map(this::shaded).toList());
  }

  private ShadedToken shaded(ContextToken token) {
    double shade =
        token
            .score()
            .map(s -> new TokenNumbers(s.surprisal(), s.rank(), s.entropy()))
            .map(numbers -> shading.get().shade(numbers))
            .orElse(Double.NaN);
    return new ShadedToken(token.span().orElse(new Span(0, 0)), shade, describe(token));
  }

  private static String describe(ContextToken token) {
    var head = token.visibleText() + "   id " + token.id() + ", position " + token.position();
    return token
        .score()
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    "%s%np = %s %%, rank %s%nsurprisal %s nats (%s bits)",
                    head,
                    Numbers.percent(score.probability()),
                    Numbers.count(score.rank()),
                    Numbers.threeDigits(score.surprisal()),
                    Numbers.threeDigits(Numbers.bits(score.surprisal()))))
        .orElse(head + "\nthe first token: nothing stands before it");
  }

  /// The caret moved to this index of the text.
  public void moveCaret(int index) {
    onCaret.accept(index);
  }

  public void setOnCaret(IntConsumer onCaret) {
    this.onCaret = onCaret;
  }

  public StringProperty textProperty() {
    return text;
  }

  public ObjectProperty<List<ShadedToken>> tokensProperty() {
    return tokens;
  }

  public IntegerProperty selectedTokenProperty() {
    return selectedToken;
  }

  /// Whether a start token stands before the prompt.
  public ObjectProperty<StartToken> startTokenChoiceProperty() {
    return startTokenChoice;
  }

  /// How the prompt is made.
  public ObjectProperty<Composition> compositionProperty() {
    return composition;
  }

  public FewShotViewModel fewShot() {
    return fewShot;
  }

  /// What the shades say.
  public ObjectProperty<Shading> shadingProperty() {
    return shading;
  }

  /// Whether tokens and numbers are of the text as it is now.
  public BooleanProperty currentProperty() {
    return current;
  }

  /// Why the text cannot be answered, or empty.
  public StringProperty problemProperty() {
    return problem;
  }

  /// The start token that the tokenizer puts before the prompt, or empty.
  public ReadOnlyStringProperty startTokenProperty() {
    return startToken.getReadOnlyProperty();
  }

  /// Mean of −ln p over the scored tokens, nats.
  public ReadOnlyStringProperty lossProperty() {
    return loss.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty perplexityProperty() {
    return perplexity.getReadOnlyProperty();
  }

  /// Σ ln p, nats.
  public ReadOnlyStringProperty logProbabilityProperty() {
    return logProbability.getReadOnlyProperty();
  }
}
