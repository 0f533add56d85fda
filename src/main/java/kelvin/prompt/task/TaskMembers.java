package kelvin.prompt.task;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kelvin.prompt.Example;
import kelvin.prompt.Layout;
import kelvin.prompt.Spellings;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotTemplate;
import org.jspecify.annotations.Nullable;

/// Collects the members of a task file, in any order.
final class TaskMembers {

  private final TaskJson json;
  private String kind = "";
  private String version = "";
  private String name = "";
  private String description = "";
  private String source = "";
  private @Nullable String text;
  private @Nullable ZeroShotTemplate zeroShot;
  private String instruction = "";
  private Layout layout = Layout.QUESTIONS;
  private List<Example> examples = List.of();
  private List<TestInput> tests = List.of();
  private List<String> labels = List.of();

  TaskMembers(TaskJson json) {
    this.json = json;
  }

  void read() throws IOException, TaskFileException {
    Map<String, TaskJson.Member> members = new LinkedHashMap<>();
    members.put("kelvin", () -> kind = kind());
    members.put("version", () -> version = version());
    members.put("name", () -> name = json.filledText());
    members.put("description", () -> description = json.text());
    members.put("source", () -> source = json.text());
    members.put("text", () -> text = json.text());
    members.put("zeroShot", () -> zeroShot = zeroShot());
    members.put("instruction", () -> instruction = json.text());
    members.put("layout", () -> layout = layout());
    members.put("labels", () -> labels = labels());
    members.put("examples", () -> examples = json.array(this::example));
    members.put("tests", () -> tests = json.array(this::test));
    json.object(members);
    check();
  }

  private String kind() throws IOException, TaskFileException {
    var found = json.text();
    if (!found.equals(TaskFile.KIND)) {
      throw new TaskFileException(
          json.place(),
          "this is a file of another kind, '" + found + "'",
          "A task file says \"kelvin\": \"task\".");
    }
    return found;
  }

  private String version() throws IOException, TaskFileException {
    var found = json.number();
    if (!found.equals(Integer.toString(TaskFile.VERSION))) {
      throw new TaskFileException(
          json.place(),
          "this file is of version "
              + found
              + ", and this Kelvin reads version "
              + TaskFile.VERSION,
          "Open it with a newer Kelvin.");
    }
    return found;
  }

  private void check() throws TaskFileException {
    require("kelvin", !kind.isEmpty(), "\"kelvin\": \"task\"");
    require("version", !version.isEmpty(), "\"version\": " + TaskFile.VERSION);
    require("name", !name.isEmpty(), "\"name\": \"a short name\"");
    boolean hasPrompt = text != null || zeroShot != null || !examples.isEmpty();
    require("text, zeroShot or examples", hasPrompt, "at least one of the three");
  }

  private static void require(String member, boolean present, String wanted)
      throws TaskFileException {
    if (!present) {
      throw new TaskFileException("", "the file has no " + member, "Add " + wanted + ".");
    }
  }

  private ZeroShotTemplate zeroShot() throws IOException, TaskFileException {
    var place = json.place();
    var found = new String[] {ZeroShotKind.OWN.label(), ""};
    json.object(
        Map.of("kind", () -> found[0] = json.text(), "template", () -> found[1] = json.text()));
    var known = ZeroShotKind.ALL.stream().filter(each -> each.label().equals(found[0])).findFirst();
    if (known.isEmpty()) {
      throw new TaskFileException(
          place + ".kind",
          "there is no kind '" + found[0] + "'",
          "The kinds are "
              + String.join(", ", ZeroShotKind.ALL.stream().map(ZeroShotKind::label).toList())
              + ".");
    }
    return checked(place + ".template", () -> new ZeroShotTemplate(known.get(), found[1]));
  }

  private Layout layout() throws IOException, TaskFileException {
    var place = json.place();
    var found = new String[] {"", "\n"};
    json.object(
        Map.of(
            "template", () -> found[0] = json.text(), "separator", () -> found[1] = json.text()));
    return checked(place + ".template", () -> Layout.of(found[0], found[1]));
  }

  /// Adds the place in the file to the error of a template without its placeholders.
  private static <T> T checked(String place, java.util.function.Supplier<T> template)
      throws TaskFileException {
    try {
      return template.get();
    } catch (IllegalArgumentException e) {
      throw new TaskFileException(
          place, String.valueOf(e.getMessage()), "Write both places into the template.");
    }
  }

  private List<String> labels() throws IOException, TaskFileException {
    var known = new HashSet<String>();
    return json.array(
        () ->
            json.isList() ? Spellings.join(spellings(known)) : Spellings.literal(spelling(known)));
  }

  private List<String> spellings(Set<String> known) throws IOException, TaskFileException {
    var place = json.place();
    var spellings = json.array(() -> spelling(known));
    if (spellings.isEmpty()) {
      throw new TaskFileException(place, "this label has no spelling", "Write at least one.");
    }
    return spellings;
  }

  private String spelling(Set<String> known) throws IOException, TaskFileException {
    var place = json.place();
    var spelling = json.filledText();
    if (!known.add(spelling)) {
      throw new TaskFileException(
          place, "the label '" + spelling + "' stands here twice", "Leave one out.");
    }
    return spelling;
  }

  private Example example() throws IOException, TaskFileException {
    var place = json.place();
    var found = new String[] {"", ""};
    var used = new boolean[] {true};
    json.object(
        Map.of(
            "x", () -> found[0] = json.filledText(),
            "y", () -> found[1] = json.filledText(),
            "use", () -> used[0] = json.bool()));
    requireBoth(place, found);
    return new Example(found[0], found[1], used[0]);
  }

  private static void requireBoth(String place, String[] found) throws TaskFileException {
    if (found[0].isEmpty() || found[1].isEmpty()) {
      throw new TaskFileException(
          place, "an example has an x, the input, and a y, the answer", "Add what is missing.");
    }
  }

  private TestInput test() throws IOException, TaskFileException {
    var place = json.place();
    var found = new String[] {"", ""};
    json.object(
        Map.of("x", () -> found[0] = json.filledText(), "y", () -> found[1] = json.filledText()));
    if (found[0].isEmpty()) {
      throw new TaskFileException(place, "a test has an x, the input", "Add it.");
    }
    return new TestInput(found[0], found[1].isEmpty() ? Optional.empty() : Optional.of(found[1]));
  }

  Task task() {
    return new Task(
        new TaskNotes(name, description, source),
        new TaskTemplates(
            Optional.ofNullable(text), Optional.ofNullable(zeroShot), instruction, layout),
        examples,
        tests,
        labels);
  }
}
