package kelvin.text.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.template.syntax.Token.Kind;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.TemplateException;

/// Cuts a template into text and tags.
///
/// White space: a newline right after a block or comment goes, and so do blanks between the start
/// of a line and a block or comment. A `-` inside a tag takes all white space on its side, a `+`
/// leaves it. One newline at the very end of the template goes.
final class Lexer {

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  /// True if a line begins where the text before the next tag begins.
  private boolean lineStarts = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String template) {
    var source = template.replace("\r\n", "\n").replace('\r', '\n');
    var lexer =
        new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
    lexer.read();
    return lexer.tokens;
  }

  private void read() {
    while (at < source.length()) {
      int tag = nextTag();
      if (tag < 0) {
        data(source.substring(at));
        at = source.length();
      } else {
        readTag(tag);
      }
    }
    add(Kind.END, "");
  }

  private int nextTag() {
    for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && "%{#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void readTag(int tag) {
    char kind = source.charAt(tag + 1);
    boolean signed = tag + 2 < source.length() && "+-".indexOf(source.charAt(tag + 2)) >= 0;
    text(source.substring(at, tag), signed ? source.charAt(tag + 2) : ' ', kind == '{');
    at = tag + (signed ? 3 : 2);
    switch (kind) {
      case '#' -> comment();
      case '{' -> print();
      default -> {
        int raw = afterRaw();
        if (raw < 0) {
          block();
        } else {
          raw(raw);
        }
      }
    }
  }

  /// Adds the text before a tag.
  private void text(String text, char sign, boolean beforePrint) {
    int lines = line + (int) text.chars().filter(c -> c == '\n').count();
    if (sign == '-') {
      data(PythonStrings.strip(text, PythonStrings::isSpace, false, true));
    } else if (sign == '+' || beforePrint) {
      data(text);
    } else {
      int start = text.lastIndexOf('\n') + 1;
      var indent = text.substring(start);
      boolean blank = indent.codePoints().allMatch(PythonStrings::isSpace);
      data(blank && (start > 0 || lineStarts) ? text.substring(0, start) : text);
    }
    line = lines;
  }

  private void data(String text) {
    if (!text.isEmpty()) {
      add(Kind.DATA, text);
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(Token.of(kind, text, line));
  }

  private void comment() {
    int end = source.indexOf("#}", at);
    if (end < 0) {
      throw syntax("a comment has no end: '#}' is missing", "{# #}");
    }
    int content = at;
    char sign = end > content ? source.charAt(end - 1) : ' ';
    move(end + 2);
    endTag(sign, true);
  }

  private void print() {
    add(Kind.PRINT_BEGIN, "{{");
    char sign = tags("}}", "{{ }}");
    add(Kind.PRINT_END, "}}");
    endTag(sign, false);
  }

  private void block() {
    add(Kind.BLOCK_BEGIN, "{%");
    char sign = tags("%}", "{% %}");
    add(Kind.BLOCK_END, "%}");
    endTag(sign, true);
  }

  /// Reads tokens up to the end of the tag and returns the sign before it.
  private char tags(String end, String construct) {
    var reader = new TagReader(source, at, line, end, construct);
    reader.read(tokens);
    at = reader.end();
    line = reader.line();
    return reader.sign();
  }

  /// Takes the white space after a tag.
  private void endTag(char sign, boolean trimsNewline) {
    int from = at;
    if (sign == '-') {
      skipSpace();
    } else if (sign != '+' && trimsNewline && at < source.length() && source.charAt(at) == '\n') {
      move(at + 1);
    }
    lineStarts = at > from && source.charAt(at - 1) == '\n';
  }

  private void skipSpace() {
    int to = at;
    while (to < source.length() && PythonStrings.isSpace(source.charAt(to))) {
      to++;
    }
    move(to);
  }

  private void move(int to) {
    for (int i = at; i < to; i++) {
      line += source.charAt(i) == '\n' ? 1 : 0;
    }
    at = to;
  }

  /// The place after `raw %}`, with its sign before it, or -1 if this is another block.
  private int afterRaw() {
    return afterWord(at, "raw");
  }

  private int afterWord(int from, String word) {
    int to = spaceEnd(from);
    if (!source.startsWith(word, to)) {
      return -1;
    }
    to = spaceEnd(to + word.length());
    if (to < source.length() && "+-".indexOf(source.charAt(to)) >= 0) {
      to++;
    }
    return source.startsWith("%}", to) ? to + 2 : -1;
  }

  private int spaceEnd(int from) {
    int to = from;
    while (to < source.length() && PythonStrings.isSpace(source.charAt(to))) {
      to++;
    }
    return to;
  }

  /// Everything up to `{% endraw %}` is text.
  private void raw(int begin) {
    char sign = source.charAt(begin - 3);
    move(begin);
    endTag(sign, false);
    for (int end = source.indexOf("{%", at); end >= 0; end = source.indexOf("{%", end + 1)) {
      boolean signed = end + 2 < source.length() && "+-".indexOf(source.charAt(end + 2)) >= 0;
      int after = afterWord(end + (signed ? 3 : 2), "endraw");
      if (after >= 0) {
        text(source.substring(at, end), signed ? source.charAt(end + 2) : ' ', false);
        at = end;
        move(after);
        endTag(source.charAt(after - 3), true);
        return;
      }
    }
    throw syntax("'{% endraw %}' is missing", "{% raw %}");
  }

  private TemplateException syntax(String problem, String construct) {
    return new TemplateException(TemplateException.Kind.SYNTAX, problem, line, construct);
  }
}
