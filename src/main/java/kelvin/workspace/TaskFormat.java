package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TestInput;
import kelvin.workspace.file.Fields;

/// Reads and writes the member `task` of a session.
final class TaskFormat {

  private TaskFormat() {}

  static Map<String, Object> write(TaskOrigin task) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", task.notes().name());
    fields.put("description", task.notes().description());
    fields.put("source", task.notes().source());
    fields.put("tests", task.tests().stream().map(TaskFormat::write).toList());
    return fields;
  }

  private static Map<String, Object> write(TestInput test) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("x", test.input());
    test.answer().ifPresent(answer -> fields.put("y", answer));
    return fields;
  }

  static TaskOrigin read(Fields fields) {
    var notes =
        new TaskNotes(
            fields.text("name", ""), fields.text("description", ""), fields.text("source", ""));
    return new TaskOrigin(
        notes,
        fields.objects("tests", test -> new TestInput(test.text("x", ""), test.optionalText("y"))));
  }
}
