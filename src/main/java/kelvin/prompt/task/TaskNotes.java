package kelvin.prompt.task;

/// What a task is, for people.
///
/// @param name short, for a list
/// @param description one or two sentences; may be empty
/// @param source where its texts come from; may be empty
public record TaskNotes(String name, String description, String source) {}
