import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Collects the licences of all parts in one file: the texts in the jars, or, for a jar without
/// one, the text in `installer/licences` or of the licence that its authors name.
final class Notices {

  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?(LICENSE|NOTICE|ThirdPartyNotices|COPYING)(\\.txt|\\.md)?"
              + "|.*/(inter|jetbrains-mono)/(LICENSE|OFL)\\.txt");

  private static final String RULE = "=".repeat(78) + "\n";

  private Notices() {}

  static void write(Parts parts, Modules modules, Path runtime, Path file) throws IOException {
    var text = new StringBuilder();
    text.append("Kelvin is under the Apache License 2.0. It contains these parts.\n\n");
    for (var part : parts.parts()) {
      text.append("  %s %s: %s%n".formatted(part.name(), part.version(), part.licence()));
    }
    text.append("  the Java runtime ").append(Runtime.version());
    text.append(": GPL-2.0-with-classpath-exception, see runtime/legal\n");
    text.append("  Inter and JetBrains Mono: OFL-1.1\n\n");
    for (var part : parts.parts()) {
      append(text, part, modules);
    }
    appendShared(text, "GPL-2.0-with-classpath-exception", runtime.resolve("legal/java.base/LICENSE"));
    appendShared(text, "Apache-2.0", Path.of("LICENSE"));
    Files.writeString(file, text.toString().replace("\r\n", "\n"));
  }

  private static void append(StringBuilder text, Parts.Part part, Modules modules)
      throws IOException {
    text.append(RULE).append(part.name()).append(' ').append(part.version()).append("\n\n");
    var own = Path.of("installer", "licences", part.name() + ".txt");
    boolean found = Files.exists(own);
    if (found) {
      text.append(Files.readString(own)).append('\n');
    }
    for (var jar : modules.applications()) {
      if (jar.getFileName().toString().startsWith(part.fileName())) {
        found |= appendTexts(text, jar);
      }
    }
    if (!found) {
      boolean isShared = part.licence().equals("Apache-2.0") || part.licence().startsWith("GPL-2.0");
      if (!isShared) {
        throw new IOException(
            part.name() + " has no licence text, " + part.licence() + ": put it into " + own);
      }
      text.append(part.licence()).append(", at the end of this file.\n\n");
    }
  }

  private static boolean appendTexts(StringBuilder text, Path jar) throws IOException {
    boolean found = false;
    try (var in = new ZipFile(jar.toFile())) {
      for (var entry : in.stream().toList()) {
        if (TEXT.matcher(entry.getName()).matches()) {
          var bytes = in.getInputStream(entry).readAllBytes();
          text.append(new String(bytes, StandardCharsets.UTF_8).stripTrailing()).append("\n\n");
          found = true;
        }
      }
    }
    return found;
  }

  private static void appendShared(StringBuilder text, String licence, Path file)
      throws IOException {
    text.append(RULE).append(licence).append("\n\n").append(Files.readString(file)).append('\n');
  }
}
