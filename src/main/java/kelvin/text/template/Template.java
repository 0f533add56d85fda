package kelvin.text.template;

import java.util.List;
import java.util.Map;
import kelvin.text.template.syntax.Parser;
import kelvin.text.template.syntax.Statement;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// A template that was read and can be rendered any number of times.
public final class Template {

  /// The longest template, in UTF-16 units.
  private static final int LONGEST = 2_000_000;

  private final List<Statement> body;

  private Template(List<Statement> body) {
    this.body = body;
  }

  /// Reads a template.
  ///
  /// @throws TemplateException with the line, if it cannot be read
  public static Template parse(String source) {
    if (source.length() > LONGEST) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "the template is longer than 2,000,000 characters");
    }
    return new Template(Parser.parse(source));
  }

  /// Renders the template.
  ///
  /// @param variables the names that the template can use, with their values
  /// @throws TemplateException with the line and the construct, if a step is not possible, a bound
  ///     is reached, or the template refuses the values
  public String render(Map<String, ? extends Value> variables, Rendering rendering) {
    var run = new Run(rendering);
    var scope = new Scope(Globals.all());
    variables.forEach(scope::set);
    new Executor(run).execute(body, new Scope(scope));
    return run.output().text();
  }
}
