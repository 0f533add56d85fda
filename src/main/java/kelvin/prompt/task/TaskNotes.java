package kelvin.prompt.task;

/// The description of a task.
///
/// @param name short, for a list
/// @param description one or two sentences; may be empty
/// @param source where its texts come from; may be empty
public record TaskNotes(String name, String description, String source) {}
