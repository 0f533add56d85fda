package kelvin.cli.models;

import kelvin.cli.environment.UsageException;
import kelvin.hub.RepositoryId;
import kelvin.hub.Suggestion;
import picocli.CommandLine.Parameters;

/// The name of a repository, or of a model on the short list.
final class RepositoryOption {

  @Parameters(
      arity = "1",
      paramLabel = "NAME",
      description =
          "OWNER/NAME of a repository, the address of its page, or a name of the short list"
              + " that kelvin models search prints.")
  private String name = "";

  RepositoryId id() {
    try {
      return Suggestion.find(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
