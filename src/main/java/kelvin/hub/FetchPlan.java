package kelvin.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files that are to be fetched for one graph of a repository: all that Kelvin and the hub's
/// other tools need for that graph, and nothing more.
///
/// @param support configuration, tokenizer, chat template, licence and description
public record FetchPlan(Listing listing, GraphChoice choice, List<RemoteFile> support) {

  private static final Set<String> SETTINGS =
      Set.of(
          "config.json",
          "generation_config.json",
          "genai_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "chat_template.jinja",
          "chat_template.json",
          "readme.md");

  private static final Pattern LICENSE =
      Pattern.compile("(?:license|licence|notice|copying|use_policy)(?:\\..*)?");

  /// Needed only where there is no `tokenizer.json`.
  private static final Set<String> OTHER_TOKENIZERS =
      Set.of("vocab.json", "merges.txt", "tokenizer.model");

  /// Plans what a graph needs.
  public static FetchPlan of(Listing listing, GraphChoice choice) {
    var folder = settingsFolder(choice.graph());
    boolean hasTokenizer = listing.file(folder + "tokenizer.json").isPresent();
    Predicate<String> isNeeded =
        name ->
            SETTINGS.contains(name)
                || LICENSE.matcher(name).matches()
                || (!hasTokenizer && OTHER_TOKENIZERS.contains(name));
    var support =
        listing.files().stream()
            .filter(
                file ->
                    (file.folder().equals(folder)
                            && isNeeded.test(file.name().toLowerCase(Locale.ROOT)))
                        || file.folder().equals(folder + "additional_chat_templates/"))
            .toList();
    return new FetchPlan(listing, choice, support);
  }

  /// The graph for a precision or a path, or the first one.
  ///
  /// @param wanted a precision such as `q4`, the path of a graph, or empty
  /// @throws HubException if there is no such graph; the message names those that there are
  public static FetchPlan of(Listing listing, String wanted) throws HubException {
    var choices = GraphChoice.of(listing);
    if (choices.isEmpty()) {
      throw HubException.lasting(
          listing.id() + " has no ONNX graph that Kelvin can open.",
          "Look for one that has: kelvin models search "
              + listing.id().name()
              + ", or export it with optimum-cli export onnx.");
    }
    return choices.stream()
        .filter(
            each ->
                wanted.isEmpty()
                    || each.precision().equals(wanted)
                    || each.graph().path().equals(wanted))
        .findFirst()
        .map(choice -> of(listing, choice))
        .orElseThrow(() -> noSuch(listing, wanted, choices));
  }

  private static HubException noSuch(Listing listing, String wanted, List<GraphChoice> choices) {
    var known =
        choices.stream().map(GraphChoice::precision).distinct().collect(Collectors.joining(", "));
    return HubException.lasting(
        listing.id() + " has no graph in the precision or at the path " + wanted + ".",
        "It has " + known + ".");
  }

  /// The folder that Kelvin reads settings from: that of the graph, or the one around `onnx`.
  private static String settingsFolder(RemoteFile graph) {
    var folder = graph.folder();
    return folder.equals("onnx/") || folder.endsWith("/onnx/")
        ? folder.substring(0, folder.length() - "onnx/".length())
        : folder;
  }

  /// The path of the folder to open, relative to the repository's root; empty for the root.
  public String modelFolder() {
    return settingsFolder(choice.graph());
  }

  /// All files in the order in which they come: small ones first, weights last.
  public List<RemoteFile> files() {
    var all = new ArrayList<>(support);
    all.addAll(choice.graphs());
    all.addAll(choice.weights());
    return all.stream().distinct().toList();
  }

  /// The sum of all sizes in bytes.
  public long bytes() {
    return files().stream().mapToLong(RemoteFile::size).sum();
  }
}
