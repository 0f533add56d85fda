package kelvin.hub.cache;

import kelvin.hub.RepositoryId;

/// A repository of which parts of files are in the cache: a transfer of it did not come to its end.
///
/// @param bytes of the parts
public record UnfinishedModel(RepositoryId id, long bytes) {}
