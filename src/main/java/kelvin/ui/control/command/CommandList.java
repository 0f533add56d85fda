package kelvin.ui.control.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All commands of the window, in the order of the menus.
///
/// @param groups the menus, from left to right
public record CommandList(List<CommandGroup> groups) {

  /// A command and the menus around it.
  ///
  /// @param menu the name of the menu in the menu bar
  /// @param path the names of the submenus around it, such as `Theme: `; may be empty
  public record Entry(String menu, String path, Command command) {

    /// The name with the submenus around it, such as `Theme: Dark`.
    public String name() {
      return path + command.name();
    }
  }

  public CommandList {
    groups = List.copyOf(groups);
  }

  /// Every command that there is now.
  public List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    groups.forEach(group -> collect(group, group.name().getValue(), "", entries));
    return List.copyOf(entries);
  }

  private static void collect(CommandGroup group, String menu, String path, List<Entry> into) {
    for (var part : group.parts()) {
      switch (part) {
        case Command command -> into.add(new Entry(menu, path, command));
        case CommandGroup inner ->
            collect(inner, menu, path + inner.name().getValue() + ": ", into);
        case MenuPart.Line _ -> {}
      }
    }
  }

  public Optional<Command> find(String id) {
    return entries().stream()
        .map(Entry::command)
        .filter(command -> command.id().equals(id))
        .findFirst();
  }
}
