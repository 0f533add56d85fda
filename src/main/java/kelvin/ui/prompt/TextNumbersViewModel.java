package kelvin.ui.prompt;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.TextScore;
import kelvin.ui.control.Numbers;
import kelvin.ui.text.RankClass;
import org.jspecify.annotations.Nullable;

/// Holds the model's scores of the whole text, of the text up to the selected token, or of the
/// selection. Generated tokens count like those of the prompt.
public final class TextNumbersViewModel {

  private final ReadOnlyObjectWrapper<TextScore> score =
      new ReadOnlyObjectWrapper<>(this, "score", TextScore.of(List.of()));
  private final ReadOnlyStringWrapper scope = new ReadOnlyStringWrapper(this, "scope", "");
  private final ReadOnlyStringWrapper token = new ReadOnlyStringWrapper(this, "token", "");
  private final ReadOnlyObjectWrapper<Optional<ChainRule>> chainRule =
      new ReadOnlyObjectWrapper<>(this, "chainRule", Optional.empty());
  private final ReadOnlyObjectWrapper<Map<RankClass, Integer>> rankCounts =
      new ReadOnlyObjectWrapper<>(this, "rankCounts", Map.of());

  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private List<ContextToken> context = List.of();
  private OptionalInt position = OptionalInt.empty();
  private @Nullable SelectedTokens selected;

  TextNumbersViewModel() {
    unit.subscribe((_, _) -> update());
  }

  // Commands

  /// Shows the numbers of a context; none if it is empty.
  void show(List<ContextToken> now) {
    context = now;
    var counts = new EnumMap<RankClass, Integer>(RankClass.class);
    for (var rankClass : RankClass.values()) {
      counts.put(rankClass, 0);
    }
    // No stream: this runs at each token of a text that plays.
    for (var token : context) {
      if (token.score().isPresent()) {
        counts.merge(RankClass.of(token.score().get().rank()), 1, Integer::sum);
      }
    }
    rankCounts.set(counts);
    update();
  }

  /// Shows the token at this position; none at the end.
  void lookAt(OptionalInt now) {
    if (!now.equals(position)) {
      position = now;
      update();
    }
  }

  /// Selects tokens; null for none.
  void select(@Nullable SelectedTokens now) {
    selected = now;
    update();
  }

  private void update() {
    var chosen = selected;
    boolean hasSelection =
        chosen != null
            && !chosen.positions().isEmpty()
            && chosen.positions().to() <= context.size();
    boolean hasToken = position.isPresent() && position.getAsInt() < context.size();
    if (chosen != null && hasSelection) {
      var rule = ChainRule.of(context, chosen.positions().from(), chosen.positions().to());
      score.set(rule.score());
      scope.set(describe(chosen, rule));
      chainRule.set(rule.tokens().isEmpty() ? Optional.empty() : Optional.of(rule));
    } else {
      int end = hasToken ? position.getAsInt() + 1 : context.size();
      score.set(TextScore.of(context.subList(0, end)));
      scope.set(hasToken ? upTo(end) : whole());
      chainRule.set(Optional.empty());
    }
    token.set(
        hasToken && !hasSelection
            ? TokenText.describe(context.get(position.getAsInt()), unit.get())
            : "");
  }

  private String describe(SelectedTokens chosen, ChainRule rule) {
    var words = new StringBuilder("selection · " + Numbers.tokens(chosen.positions().count()));
    if (chosen.cut()) {
      words.append(" · a token that it cuts counts whole");
    }
    if (rule.unscored() > 1 || (rule.unscored() == 1 && chosen.positions().from() > 0)) {
      words.append(" · ").append(Numbers.count(rule.unscored())).append(" are not in the record");
    } else if (rule.unscored() > 0) {
      words.append(" · nothing stands before the first, so it has no probability");
    }
    return words.toString();
  }

  private String upTo(int end) {
    return "up to “%s” · %s of %s"
            .formatted(
                context.get(end - 1).visibleText(),
                Numbers.count(end),
                Numbers.tokens(context.size()))
        + scored(end);
  }

  /// Tells of tokens without numbers, which records and servers of the most probable tokens have.
  /// The first token of a text has none either.
  private String scored(int end) {
    int count = score.get().count();
    if (count >= end - 1) {
      return "";
    }
    return count == 0
        ? " · no numbers: only those of what comes next are known here"
        : " · " + Numbers.count(count) + " with numbers";
  }

  private String whole() {
    if (context.isEmpty()) {
      return "";
    }
    var words = new StringBuilder("whole text · " + Numbers.tokens(context.size()));
    int generated = generated();
    if (generated > 0) {
      words.append(", ").append(Numbers.count(generated)).append(" generated");
    }
    return words + scored(context.size());
  }

  private int generated() {
    int count = 0;
    for (var token : context) {
      if (token.origin() == Origin.GENERATED) {
        count++;
      }
    }
    return count;
  }

  // Properties

  /// Σ ln p, loss and perplexity of the tokens that `scope` names.
  public ReadOnlyObjectProperty<TextScore> scoreProperty() {
    return score.getReadOnlyProperty();
  }

  /// The surprisal of all tokens together in the unit, as text; a dash if no token is scored.
  public ObservableValue<String> information() {
    return inUnit(now -> -now.totalLogProbability());
  }

  /// The loss in the unit, as text.
  public ObservableValue<String> loss() {
    return inUnit(TextScore::loss);
  }

  /// The unit of surprisals and of the loss.
  ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  private ObservableValue<String> inUnit(ToDoubleFunction<TextScore> nats) {
    return unit.flatMap(now -> number(score -> now.of(nats.applyAsDouble(score))));
  }

  /// The perplexity, as text.
  public ObservableValue<String> perplexity() {
    return number(TextScore::perplexity);
  }

  private ObservableValue<String> number(ToDoubleFunction<TextScore> number) {
    return score.map(
        now -> now.count() == 0 ? "–" : Numbers.threeDigits(number.applyAsDouble(now)));
  }

  /// Names the tokens that the score covers.
  public ReadOnlyStringProperty scopeProperty() {
    return scope.getReadOnlyProperty();
  }

  /// The description of the token at the position; empty for none.
  public ReadOnlyStringProperty tokenProperty() {
    return token.getReadOnlyProperty();
  }

  /// The chain rule of the selected tokens.
  public ReadOnlyObjectProperty<Optional<ChainRule>> chainRuleProperty() {
    return chainRule.getReadOnlyProperty();
  }

  /// The number of scored tokens of the whole text in each rank class.
  public ReadOnlyObjectProperty<Map<RankClass, Integer>> rankCountsProperty() {
    return rankCounts.getReadOnlyProperty();
  }
}
