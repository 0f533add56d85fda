package kelvin.ui.control.command;

/// A part of a menu.
public sealed interface MenuPart permits Command, CommandGroup, MenuPart.Line {

  /// A line between two groups of commands.
  record Line() implements MenuPart {}

  /// The line between two groups of commands.
  MenuPart LINE = new Line();
}
