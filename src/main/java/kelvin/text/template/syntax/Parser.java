package kelvin.text.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kelvin.text.template.syntax.Statement.Branch;
import kelvin.text.template.syntax.Statement.Signature;
import kelvin.text.template.syntax.Token.Kind;
import kelvin.text.template.value.TemplateException;

/// Reads the statements of a template.
public final class Parser {

  private static final Set<String> OTHER_FILES = Set.of("import", "from", "include", "extends");

  private final TokenReader tokens;
  private final NamesInUse names = new NamesInUse();
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private int loops;

  private Parser(List<Token> all) {
    tokens = new TokenReader(all);
    expressions = new ExpressionParser(tokens, names);
    targets = new TargetParser(tokens);
  }

  /// Reads a whole template.
  ///
  /// @throws TemplateException if it cannot be read
  public static List<Statement> parse(String template) {
    return new Parser(Lexer.tokens(template)).body(List.of());
  }

  /// Reads statements up to a block that begins with one of the given names, which stays.
  private List<Statement> body(List<String> ends) {
    tokens.enter();
    int begin = tokens.current().line();
    var statements = new ArrayList<Statement>();
    while (tokens.current().kind() != Kind.END) {
      var token = tokens.next();
      switch (token.kind()) {
        case DATA -> statements.add(new Statement.Data(token.line(), token.text()));
        case PRINT_BEGIN -> {
          statements.add(new Statement.Print(token.line(), expressions.tuple(true)));
          tokens.expect(Kind.PRINT_END, "'}}'");
        }
        default -> {
          if (tokens.current().kind() == Kind.NAME && ends.contains(tokens.current().text())) {
            tokens.leave();
            return statements;
          }
          statements.addAll(statement());
          tokens.expect(Kind.BLOCK_END, "'%}'");
        }
      }
    }
    if (!ends.isEmpty()) {
      throw tokens.syntax(
          "'{% " + ends.getLast() + " %}' is missing for the block in line " + begin);
    }
    tokens.leave();
    return statements;
  }

  /// The body of a block, whose tag ends here; its last tag is read too, up to its `%}`.
  private List<Statement> block(String end) {
    endTag();
    var body = body(List.of(end));
    tokens.next();
    return body;
  }

  private void endTag() {
    tokens.skipOperator(":");
    tokens.expect(Kind.BLOCK_END, "'%}'");
  }

  private List<Statement> statement() {
    var token = tokens.expect(Kind.NAME, "the name of a block");
    int line = token.line();
    return switch (token.text()) {
      case "for" -> List.of(loop(line));
      case "if" -> List.of(conditional(line));
      case "set" -> List.of(set(line));
      case "macro" -> List.of(macro(line));
      case "call" -> List.of(call(line));
      case "filter" -> {
        var filters = new ArrayList<Expression.FilterStep>();
        do {
          filters.add(expressions.primaries().filter());
        } while (tokens.skipOperator("|"));
        yield List.of(new Statement.FilterBlock(line, filters, block("endfilter")));
      }
      case "with" -> List.of(with(line));
      case "print" -> print(line);
      case "generation" -> List.of(new Statement.Generation(line, outsideLoops("endgeneration")));
      case "break" -> List.of(inLoop(new Statement.Break(line)));
      case "continue" -> List.of(inLoop(new Statement.Continue(line)));
      default -> throw unknown(token);
    };
  }

  private TemplateException unknown(Token token) {
    var problem =
        OTHER_FILES.contains(token.text())
            ? "'" + token.text() + "' reads other files, which a chat template must not do"
            : token.text().startsWith("end") || Set.of("else", "elif").contains(token.text())
                ? "'" + token.text() + "' belongs to no block that is open"
                : "there is no block '" + token.text() + "'";
    return new TemplateException(
        TemplateException.Kind.SYNTAX, problem, token.line(), "{% " + token.text() + " %}");
  }

  private Statement inLoop(Statement statement) {
    if (loops == 0) {
      throw new TemplateException(
          TemplateException.Kind.SYNTAX,
          "it can only stand in a loop",
          statement.line(),
          statement.construct());
    }
    return statement;
  }

  private Statement loop(int line) {
    var target = targets.several();
    tokens.expectName("in");
    var items = expressions.tuple(false);
    var condition = tokens.skipName("if") ? expressions.expression() : null;
    boolean recursive = tokens.skipName("recursive");
    endTag();
    loops++;
    var body = body(List.of("else", "endfor"));
    loops--;
    List<Statement> otherwise = List.of();
    if (tokens.next().isName("else")) {
      otherwise = block("endfor");
    }
    return new Statement.For(line, target, items, condition, recursive, body, otherwise);
  }

  private Statement conditional(int line) {
    var branches = new ArrayList<Branch>();
    List<Statement> otherwise = List.of();
    var keyword = "if";
    while (keyword.endsWith("if") && !keyword.equals("endif")) {
      var test = expressions.tuple(false);
      endTag();
      branches.add(new Branch(test, body(List.of("elif", "else", "endif"))));
      keyword = tokens.next().text();
    }
    if (keyword.equals("else")) {
      otherwise = block("endif");
    }
    return new Statement.If(line, branches, otherwise);
  }

  private Statement set(int line) {
    var target = targets.settable();
    if (tokens.skipOperator("=")) {
      return new Statement.SetValue(line, target, expressions.tuple(true));
    }
    var filters = new ArrayList<Expression.FilterStep>();
    while (tokens.skipOperator("|")) {
      filters.add(expressions.primaries().filter());
    }
    return new Statement.SetText(line, target, filters, block("endset"));
  }

  private List<Statement> print(int line) {
    var statements = new ArrayList<Statement>();
    while (tokens.current().kind() != Kind.BLOCK_END) {
      if (!statements.isEmpty()) {
        tokens.expectOperator(",");
      }
      statements.add(new Statement.Print(line, expressions.expression()));
    }
    return statements;
  }

  private Statement with(int line) {
    var given = new ArrayList<Target>();
    var values = new ArrayList<Expression>();
    while (!tokens.current().isOperator(":") && tokens.current().kind() != Kind.BLOCK_END) {
      if (!given.isEmpty()) {
        tokens.expectOperator(",");
      }
      given.add(targets.one());
      tokens.expectOperator("=");
      values.add(expressions.expression());
    }
    return new Statement.With(line, given, values, block("endwith"));
  }

  private Statement macro(int line) {
    var name = tokens.expect(Kind.NAME, "the name of the macro").text();
    names.begin();
    var signature = signature();
    var body = outsideLoops("endmacro");
    return new Statement.Macro(line, name, using(signature, names.end()), body);
  }

  private Statement call(int line) {
    names.begin();
    var signature =
        tokens.current().isOperator("(")
            ? signature()
            : new Signature(List.of(), List.of(), Set.of());
    if (!(expressions.expression() instanceof Expression.Call call)) {
      throw tokens.syntax("after 'call' stands the call of a macro");
    }
    var body = outsideLoops("endcall");
    return new Statement.CallBlock(line, using(signature, names.end()), call, body);
  }

  private static Signature using(Signature signature, Set<String> uses) {
    return new Signature(signature.parameters(), signature.defaults(), uses);
  }

  /// A body that runs as a call of its own, so that no loop outside can be left from inside.
  private List<Statement> outsideLoops(String end) {
    int outside = loops;
    loops = 0;
    var body = block(end);
    loops = outside;
    return body;
  }

  private Signature signature() {
    var parameters = new ArrayList<String>();
    var defaults = new ArrayList<Expression>();
    tokens.expectOperator("(");
    while (!tokens.current().isOperator(")")) {
      if (!parameters.isEmpty()) {
        tokens.expectOperator(",");
      }
      parameters.add(tokens.expect(Kind.NAME, "the name of a parameter").text());
      if (tokens.skipOperator("=")) {
        defaults.add(expressions.expression());
      } else if (!defaults.isEmpty()) {
        throw tokens.syntax("a parameter without a default follows one with a default");
      }
    }
    tokens.expectOperator(")");
    return new Signature(parameters, defaults, Set.of());
  }
}
