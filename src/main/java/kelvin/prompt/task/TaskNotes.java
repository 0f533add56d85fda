package kelvin.prompt.task;

/// The description of a task, for display.
///
/// @param name a short name for a list
/// @param description one or two sentences; may be empty
/// @param source the origin of its texts; may be empty
public record TaskNotes(String name, String description, String source) {}
