package kelvin.prompt.task;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import kelvin.prompt.Example;
import kelvin.prompt.Spellings;

/// Writes a task as the text of its file.
final class TaskText {

  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);

  private TaskText() {
    json.setIndent("  ");
    json.setHtmlSafe(false);
  }

  static String of(Task task) {
    var writer = new TaskText();
    try {
      writer.write(task);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes any text", e);
    }
    return writer.text + "\n";
  }

  private void write(Task task) throws IOException {
    var templates = task.templates();
    json.beginObject();
    json.name("kelvin").value(TaskFile.KIND);
    json.name("version").value(TaskFile.VERSION);
    json.name("name").value(task.notes().name());
    member("description", task.notes().description());
    member("source", task.notes().source());
    if (templates.text().isPresent()) {
      json.name("text").value(templates.text().get());
    }
    if (templates.zeroShot().isPresent()) {
      var zeroShot = templates.zeroShot().get();
      json.name("zeroShot").beginObject();
      json.name("kind").value(zeroShot.kind().label());
      json.name("template").value(zeroShot.text());
      json.endObject();
    }
    member("instruction", templates.instruction());
    json.name("layout").beginObject();
    json.name("template").value(templates.layout().template());
    json.name("separator").value(templates.layout().separator());
    json.endObject();
    writeLabels(task.labels());
    writeExamples(task.examples());
    writeTests(task.tests());
    json.endObject();
    json.flush();
  }

  private void member(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.name(name).value(value);
    }
  }

  private void writeLabels(List<String> labels) throws IOException {
    json.name("labels").beginArray();
    for (var label : labels) {
      var spellings = Spellings.of(label);
      if (spellings.size() == 1) {
        json.value(spellings.getFirst());
      } else {
        json.beginArray();
        for (var spelling : spellings) {
          json.value(spelling);
        }
        json.endArray();
      }
    }
    json.endArray();
  }

  private void writeExamples(List<Example> examples) throws IOException {
    json.name("examples").beginArray();
    for (var example : examples) {
      json.beginObject();
      json.name("x").value(example.input());
      json.name("y").value(example.output());
      if (!example.used()) {
        json.name("use").value(false);
      }
      json.endObject();
    }
    json.endArray();
  }

  private void writeTests(List<TestInput> tests) throws IOException {
    json.name("tests").beginArray();
    for (var test : tests) {
      json.beginObject();
      json.name("x").value(test.input());
      if (test.answer().isPresent()) {
        json.name("y").value(test.answer().get());
      }
      json.endObject();
    }
    json.endArray();
  }
}
