package kelvin.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelDescriptor;
import kelvin.prompt.task.Task;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.CommandList.Entry;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.palette.Palette;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.task.TasksViewModel;

/// The things that the command palette finds: all commands of the menus, the tasks and the known
/// models.
final class PaletteSources {

  private final CommandList commands;
  private final TasksViewModel tasks;
  private final ModelViewModel model;

  PaletteSources(CommandList commands, PlaygroundViewModel playground) {
    this.commands = commands;
    tasks = playground.prompt().tasks();
    model = playground.model();
  }

  /// Opens the palette with everything, and adds tasks that are still being read.
  void open(Palette palette) {
    palette.show(
        new Palette.Subject(
            "Find a command, a task, a model or a page",
            "Nothing is called that. Try fewer letters.",
            this::entries));
    tasks.refresh();
  }

  /// Shows tasks as soon as they have been read.
  void update(Palette palette) {
    tasks.library().subscribe(palette::update);
    tasks.own().subscribe(palette::update);
  }

  private List<Entry> entries() {
    var all = new ArrayList<Entry>();
    commands.entries().stream()
        .filter(entry -> !entry.command().id().equals(HelpMenu.PALETTE))
        .forEach(all::add);
    tasks.own().forEach(task -> all.add(entry("Your tasks", "Your task: ", open(task))));
    tasks.library().forEach(task -> all.add(entry("Tasks", "Task: ", open(task))));
    model.knownFolders().stream()
        .distinct()
        .forEach(folder -> all.add(entry("Models", "Open model: ", open(folder))));
    return all;
  }

  private static Entry entry(String menu, String path, Command command) {
    return new Entry(menu, path, command);
  }

  private Command open(Task task) {
    var notes = task.notes();
    return Command.of("task " + notes.name(), notes.name(), () -> tasks.open(task))
        .says(notes.description());
  }

  private Command open(Path folder) {
    var name = folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
    var isOpen = model.descriptorProperty().map(opened -> isOf(opened, folder));
    return Command.of("open-model " + folder, name, () -> model.open(folder))
        .says(String.valueOf(folder.getParent()))
        .unless(isOpen.map(open -> open ? "This model is open." : ""));
  }

  private static boolean isOf(Optional<ModelDescriptor> opened, Path folder) {
    return opened.map(model -> model.folder().equals(folder)).orElse(false);
  }
}
