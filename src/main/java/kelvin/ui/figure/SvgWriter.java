package kelvin.ui.figure;

import java.io.StringWriter;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the elements of an SVG document, one per line.
final class SvgWriter {

  private static final String SEMI_BOLD = " SemiBold";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  SvgWriter() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /// Rounds to four decimals, far finer than visible and far coarser than a double.
  static String number(double value) {
    double rounded = Math.rint(value * 1e4) / 1e4;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /// Starts an element, which `end` closes.
  SvgWriter start(String name) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  SvgWriter end() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  SvgWriter at(String name, double value) {
    return at(name, number(value));
  }

  SvgWriter at(String name, String value) {
    try {
      xml.writeAttribute(name, value);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  SvgWriter text(String content) {
    try {
      xml.writeCharacters(legal(content));
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return this;
  }

  /// Writes a colour, combining its own opacity with another one. A paint that is not a single
  /// colour is omitted.
  SvgWriter paint(String attribute, Paint paint, double alpha) {
    if (!(paint instanceof Color colour)) {
      return at(attribute, "none");
    }
    at(attribute, hex(colour));
    double opacity = colour.getOpacity() * alpha;
    return opacity < 1 ? at(attribute + "-opacity", opacity) : this;
  }

  static String hex(Color colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }

  /// Writes Kelvin's fonts by name, followed by replacements for where they are not installed.
  SvgWriter font(Font font) {
    var family = font.getFamily();
    boolean semiBold = family.endsWith(SEMI_BOLD) || font.getStyle().contains("SemiBold");
    var name = family.replace(SEMI_BOLD, "");
    var others = name.contains("Mono") ? "monospace" : "'Helvetica Neue', Arial, sans-serif";
    at("font-family", "'" + name + "', " + others).at("font-size", font.getSize());
    return semiBold ? at("font-weight", "600") : this;
  }

  /// Replaces characters that XML cannot write, which are most control characters. Tokens show them
  /// as other signs anyway.
  private static String legal(String content) {
    return content
        .codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF;
  }

  /// The document written so far.
  String document() {
    return text.toString().stripLeading() + "\n";
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("a string refuses text", e);
  }
}
