package kelvin.text.template.syntax;

import java.util.ArrayList;
import kelvin.text.template.syntax.Token.Kind;

/// Reads what values are given to.
final class TargetParser {

  private final TokenReader tokens;

  TargetParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  /// One name, or several with commas.
  Target several() {
    return targets(false);
  }

  /// As `several`, or a part of a namespace.
  Target settable() {
    return targets(true);
  }

  /// One name or several in parentheses.
  Target one() {
    return target(false);
  }

  private Target targets(boolean withParts) {
    var all = new ArrayList<Target>();
    all.add(target(withParts));
    boolean isTuple = false;
    while (tokens.skipOperator(",")) {
      isTuple = true;
      var token = tokens.current();
      if ((token.kind() != Kind.NAME && !token.isOperator("(")) || token.isName("in")) {
        break;
      }
      all.add(target(withParts));
    }
    return isTuple ? new Target.Several(all) : all.getFirst();
  }

  private Target target(boolean withParts) {
    if (tokens.skipOperator("(")) {
      tokens.enter();
      var inside = targets(withParts);
      tokens.leave();
      tokens.expectOperator(")");
      return inside;
    }
    var name = tokens.expect(Kind.NAME, "a name to set").text();
    if (name.matches("[tT]rue|[fF]alse|[nN]one")) {
      throw tokens.syntax("'" + name + "' cannot be set");
    }
    if (withParts && tokens.skipOperator(".")) {
      return new Target.Part(name, tokens.expect(Kind.NAME, "a name").text());
    }
    return new Target.Name(name);
  }
}
