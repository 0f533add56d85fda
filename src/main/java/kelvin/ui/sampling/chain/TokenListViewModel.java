package kelvin.ui.sampling.chain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.distribution.LogitBias;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.SuppressedTokens;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;

/// The tokens of the logit bias or of the suppressed tokens, as a list that can be edited.
public final class TokenListViewModel {

  private static final int CHOICES = 8;

  private final ChainViewModel chain;
  private final StageKind kind;
  private final ObservableList<TokenEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private Vocabulary vocabulary = Vocabulary.ofIds(0);

  public TokenListViewModel(ChainViewModel chain, StageKind kind) {
    this.chain = chain;
    this.kind = kind;
    chain.chainProperty().subscribe(_ -> show());
  }

  /// Shows the ids as tokens of another model.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    problem.set("");
    show();
  }

  public boolean hasValues() {
    return kind == StageKind.LOGIT_BIAS;
  }

  // Commands

  /// Adds the input: a token's text, its id, or several ids as in `17, 42=-3`. A token that is
  /// already in the list gets the new bias.
  ///
  /// @param bias for ids without a bias of their own
  /// @return whether it was accepted; otherwise the problem says why not
  public boolean add(String typed, String bias) {
    try {
      var biases = TokenInput.read(typed, hasValues() ? bias : "-inf", vocabulary);
      chain.put(hasValues() ? withBiases(biases) : withSuppressed(biases));
      problem.set("");
      return true;
    } catch (IllegalArgumentException e) {
      problem.set(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private SamplerStage withBiases(List<LogitBias.Bias> added) {
    var sequences = added.stream().map(LogitBias.Bias::sequence).collect(Collectors.toSet());
    var all = new ArrayList<LogitBias.Bias>();
    biases().stream().filter(old -> !sequences.contains(old.sequence())).forEach(all::add);
    all.addAll(added);
    return new LogitBias(all);
  }

  private SamplerStage withSuppressed(List<LogitBias.Bias> added) {
    var all = new LinkedHashSet<>(suppressed());
    added.forEach(bias -> all.add(bias.sequence()));
    return new SuppressedTokens(List.copyOf(all));
  }

  /// Removes a row, 0-based.
  public void remove(int row) {
    if (hasValues()) {
      var all = new ArrayList<>(biases());
      all.remove(row);
      chain.put(new LogitBias(all));
    } else {
      var all = new ArrayList<>(suppressed());
      all.remove(row);
      chain.put(new SuppressedTokens(all));
    }
  }

  /// True if a token stands in the list by itself and the stage is on.
  public boolean isListed(int id) {
    return chain.chainProperty().get().active(kind).isPresent() && rowOf(id) >= 0;
  }

  /// Removes a token that stands in the list by itself.
  public void removeToken(int id) {
    int row = rowOf(id);
    if (row >= 0) {
      remove(row);
    }
  }

  private int rowOf(int id) {
    var sequences =
        hasValues() ? biases().stream().map(LogitBias.Bias::sequence).toList() : suppressed();
    return sequences.indexOf(List.of(id));
  }

  /// The tokens that match the input.
  public List<TokenChoice> choices(String typed) {
    return TokenInput.choices(typed, vocabulary, CHOICES);
  }

  private List<LogitBias.Bias> biases() {
    return stage() instanceof LogitBias(List<LogitBias.Bias> biases) ? biases : List.of();
  }

  private List<List<Integer>> suppressed() {
    return stage() instanceof SuppressedTokens(List<List<Integer>> sequences)
        ? sequences
        : List.of();
  }

  private SamplerStage stage() {
    return chain
        .chainProperty()
        .get()
        .find(kind)
        .map(entry -> entry.stage())
        .orElseGet(kind::standard);
  }

  private void show() {
    var rows =
        hasValues()
            ? biases().stream()
                .map(
                    bias ->
                        new TokenEntry(text(bias.sequence()), Numbers.threeDigits(bias.change())))
                .toList()
            : suppressed().stream().map(ids -> new TokenEntry(text(ids), "")).toList();
    if (!rows.equals(entries)) {
      entries.setAll(rows);
    }
  }

  private String text(List<Integer> ids) {
    return ids.stream().map(vocabulary::visibleText).collect(Collectors.joining());
  }

  // Properties

  public ObservableList<TokenEntry> entries() {
    return entries;
  }

  /// The reason why the last input was refused, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
