package kelvin.hub;

/// A repository that a search found.
///
/// @param task as the hub calls it, such as `text-generation`; empty if it states none
/// @param license empty if it states none
/// @param downloads in the last month; -1 if the hub does not say
/// @param gated true if its files are given only to those who accepted its conditions
public record FoundModel(
    RepositoryId id, String task, String license, long downloads, boolean gated) {}
