package kelvin.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Writes text for LaTeX in ASCII, so that pdfLaTeX sets it without a package.
final class LatexText {

  /// The characters that LaTeX would read as more than themselves, and the usual ones beyond ASCII.
  private static final Map<Integer, String> SPELLINGS =
      Map.<Integer, String>ofEntries(
          spelling('\\', "\\textbackslash{}"),
          spelling('{', "\\{"),
          spelling('}', "\\}"),
          spelling('$', "\\$"),
          spelling('&', "\\&"),
          spelling('#', "\\#"),
          spelling('%', "\\%"),
          spelling('_', "\\_"),
          spelling('^', "\\textasciicircum{}"),
          spelling('~', "\\textasciitilde{}"),
          spelling('<', "\\textless{}"),
          spelling('>', "\\textgreater{}"),
          spelling('|', "\\textbar{}"),
          // A command for this mark is not in the encoding that LaTeX has by default.
          spelling('"', "\\char34{}"),
          spelling('\n', " "),
          spelling(VisibleText.SPACE, "\\textvisiblespace{}"),
          spelling(VisibleText.LINE_FEED, "$\\hookleftarrow$"),
          spelling(VisibleText.TAB, "$\\rightarrow\\mid$"),
          spelling('⟨', "$\\langle$"),
          spelling('⟩', "$\\rangle$"),
          spelling('τ', "$\\tau$"),
          spelling('Δ', "$\\Delta$"),
          spelling('×', "$\\times$"),
          spelling('·', "$\\cdot$"),
          spelling('−', "$-$"),
          spelling('±', "$\\pm$"),
          spelling('∞', "$\\infty$"),
          spelling('≤', "$\\le$"),
          spelling('≥', "$\\ge$"),
          spelling('→', "$\\rightarrow$"),
          spelling('–', "--"),
          spelling('—', "---"),
          spelling('…', "\\ldots{}"),
          spelling('‘', "`"),
          spelling('’', "'"),
          spelling('“', "``"),
          spelling('”', "''"),
          spelling('ß', "\\ss{}"),
          spelling('æ', "\\ae{}"),
          spelling('Æ', "\\AE{}"),
          spelling('œ', "\\oe{}"),
          spelling('Œ', "\\OE{}"),
          spelling('ø', "\\o{}"),
          spelling('Ø', "\\O{}"),
          spelling('ł', "\\l{}"),
          spelling('Ł', "\\L{}"),
          spelling('ı', "\\i{}"));

  private static final Map<Character, String> ACCENTS =
      Map.ofEntries(
          Map.entry('\u0300', "\\`"),
          Map.entry('\u0301', "\\'"),
          Map.entry('\u0302', "\\^"),
          Map.entry('\u0303', "\\~"),
          Map.entry('\u0304', "\\="),
          Map.entry('\u0306', "\\u"),
          Map.entry('\u0307', "\\."),
          Map.entry('\u0308', "\\\""),
          Map.entry('\u030A', "\\r"),
          Map.entry('\u030B', "\\H"),
          Map.entry('\u030C', "\\v"),
          Map.entry('\u0327', "\\c"));

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
  private static final String RAISED = "0123456789-";

  private LatexText() {}

  private static Map.Entry<Integer, String> spelling(char character, String latex) {
    return Map.entry((int) character, latex);
  }

  /// A character without a spelling stands as its code point, such as ⟨U+4E2D⟩.
  static String of(String text) {
    var latex = new StringBuilder();
    text.codePoints().forEach(at -> latex.append(of(at)));
    // The digits of an exponent stand in one.
    return latex.toString().replace("}$$^{", "");
  }

  private static String of(int codePoint) {
    var known = SPELLINGS.get(codePoint);
    if (known != null) {
      return known;
    }
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return Character.toString(codePoint);
    }
    int raised = SUPERSCRIPTS.indexOf(codePoint);
    return raised >= 0 ? "$^{" + RAISED.charAt(raised) + "}$" : composed(codePoint);
  }

  private static String composed(int codePoint) {
    var parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
    var accent = parts.length() == 2 ? ACCENTS.get(parts.charAt(1)) : null;
    return accent != null && isLetter(parts.charAt(0))
        ? accent + "{" + parts.charAt(0) + "}"
        : of(String.format(Locale.ROOT, "⟨U+%04X⟩", codePoint));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
