import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lists the parts of the program: Maven's list (CycloneDX) without parts that are not shipped,
/// plus the runtime and the fonts, which are not dependencies of the module.
final class Parts {

  /// @param licence the name in the SBOM, an SPDX id if there is one
  record Part(String name, String version, String licence) {

    /// The prefix of the names of its jars.
    String fileName() {
      return name + "-" + version;
    }
  }

  private final JsonObject list;
  private final List<Part> parts = new ArrayList<>();

  private Parts(JsonObject list) {
    this.list = list;
  }

  static Parts read(Path file, Modules modules) throws IOException {
    var list = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    var parts = new Parts(list);
    var shipped = new JsonArray();
    for (var element : list.getAsJsonArray("components")) {
      var component = element.getAsJsonObject();
      if (modules.ships(component.get("name").getAsString())) {
        shipped.add(component);
        parts.addOnce(partOf(component));
      }
    }
    parts.mustHave(modules.applications());
    parts.mustHave(modules.javafx());
    shipped.add(platform());
    shipped.add(part("library", "inter", property("inter.version"), "OFL-1.1"));
    shipped.add(part("library", "jetbrains-mono", property("jetbrains-mono.version"), "OFL-1.1"));
    list.add("components", shipped);
    return parts;
  }

  /// JavaFX is listed twice: its empty jar and the jar for this system.
  private void addOnce(Part part) {
    if (!parts.contains(part)) {
      parts.add(part);
    }
  }

  /// Checks that every shipped jar is in the list; otherwise its licence text would be missing too.
  private void mustHave(List<Path> jars) throws IOException {
    for (var jar : jars) {
      var name = jar.getFileName().toString();
      boolean isOurs = name.startsWith("kelvin-");
      if (!isOurs && parts.stream().noneMatch(part -> name.startsWith(part.fileName()))) {
        throw new IOException(name + " is shipped but missing from Maven's list of parts");
      }
    }
  }

  List<Part> parts() {
    return parts;
  }

  void writeList(Path file) throws IOException {
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    Files.writeString(file, gson.toJson(list) + "\n");
  }

  private static Part partOf(JsonObject component) {
    var licence =
        component.getAsJsonArray("licenses").asList().stream()
            .map(each -> each.getAsJsonObject().getAsJsonObject("license"))
            .map(each -> each.has("id") ? each.get("id") : each.get("name"))
            .map(each -> each.getAsString())
            .sorted()
            .findFirst()
            .orElseThrow();
    return new Part(
        component.get("name").getAsString(), component.get("version").getAsString(), licence);
  }

  private static JsonObject platform() {
    return part(
        "platform",
        "openjdk",
        Runtime.version().toString(),
        "GPL-2.0-with-classpath-exception");
  }

  private static JsonObject part(String type, String name, String version, String licence) {
    var id = new JsonObject();
    id.addProperty("id", licence);
    var wrapped = new JsonObject();
    wrapped.add("license", id);
    var licences = new JsonArray();
    licences.add(wrapped);
    var component = new JsonObject();
    component.addProperty("type", type);
    component.addProperty("name", name);
    component.addProperty("version", version);
    component.add("licenses", licences);
    return component;
  }

  /// Reads a property of the pom, which contains the versions of the fonts.
  private static String property(String name) {
    try {
      var pom = Files.readString(Path.of("pom.xml"));
      int start = pom.indexOf("<" + name + ">") + name.length() + 2;
      return pom.substring(start, pom.indexOf("</" + name + ">"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
