package kelvin.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.text.IndexRange;
import kelvin.text.Span;
import kelvin.ui.text.ShadedToken;
import kelvin.ui.text.Shades;
import kelvin.ui.text.TokenNumbers;
import kelvin.ui.text.TokenShades;

/// The tokens of the prompt and of its continuation, as they stand in one text.
///
/// @param tokens in the order of the text; start tokens have no text and are not among them
record RunningTokens(List<Token> tokens) {

  static final RunningTokens NONE = new RunningTokens(List.of());

  RunningTokens {
    tokens = List.copyOf(tokens);
  }

  /// A token with its place in the text.
  ///
  /// @param position in the context, 0-based
  /// @param span in the running text, in UTF-16 units
  /// @param numbers empty for the first token of a context
  /// @param description all numbers in words, in a unit
  record Token(
      int position,
      Span span,
      Optional<TokenNumbers> numbers,
      Function<InformationUnit, String> description,
      boolean generated) {

    /// @param unit of the numbers in the description
    ShadedToken shaded(Shading shading, InformationUnit unit) {
      return new ShadedToken(
          span,
          numbers.map(own -> Shades.of(shading, own)).orElse(Double.NaN),
          () -> description.apply(unit),
          generated);
    }

    /// Shades it by a measure from inside the model.
    ///
    /// @param unit of the numbers in the description
    ShadedToken shaded(TokenShades shades, InformationUnit unit) {
      var shade = shades.at(position);
      return new ShadedToken(
          span,
          shade.strength(),
          () -> description.apply(unit) + (shade.words().isEmpty() ? "" : "\n" + shade.words()),
          generated,
          shade.marked());
    }
  }

  /// True if a token of a context stands in the text of the prompt.
  static boolean isInPrompt(ContextToken token) {
    return token.origin() == Origin.PROMPT && token.span().isPresent();
  }

  /// The token of a prompt.
  static Token of(ContextToken token) {
    return new Token(
        token.position(),
        token.span().orElseThrow(),
        TokenText.numbers(token),
        unit -> TokenText.describe(token, unit),
        false);
  }

  /// The position of the token that contains or follows a caret at `index`; empty at the end of
  /// the text.
  OptionalInt positionAt(int index) {
    for (var token : tokens) {
      if (token.span().contains(index)) {
        return OptionalInt.of(token.position());
      }
    }
    return OptionalInt.empty();
  }

  /// The index in `tokens` of the token at a position; −1 for none.
  int indexOf(OptionalInt position) {
    for (int i = 0; i < tokens.size() && position.isPresent(); i++) {
      if (tokens.get(i).position() == position.getAsInt()) {
        return i;
      }
    }
    return -1;
  }

  /// The tokens that selected characters touch, since only whole tokens have a probability.
  Optional<SelectedTokens> touchedBy(Span selected) {
    var touched = tokens.stream().filter(token -> overlap(token.span(), selected)).toList();
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    int start = touched.getFirst().span().start();
    int end = touched.getLast().span().end();
    boolean cut = start < selected.start() || end > selected.end();
    return Optional.of(
        new SelectedTokens(
            new IndexRange(touched.getFirst().position(), touched.getLast().position() + 1), cut));
  }

  private static boolean overlap(Span token, Span selected) {
    return selected.length() > 0
        && token.start() < selected.end()
        && token.end() > selected.start();
  }
}
