package kelvin.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.cli.environment.UsageException;
import kelvin.engine.label.Normalization;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of the labels and their normalisation.
public final class LabelOptions {

  @Option(
      names = "--labels",
      paramLabel = "A,B,C",
      description =
          "The labels, with commas between them. After --prompt they stand directly behind it, so"
              + " write the space they begin with: --labels \" yes, no\". Bars join spellings of one"
              + " label, as in \" Yes| yes| YES, no\"; a bar itself is \\|.")
  private @Nullable String list;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "One more label, which may hold commas; repeatable.")
  private List<String> single = new ArrayList<>();

  @Option(
      names = "--normalize",
      paramLabel = "HOW",
      description =
          "none; tokens, characters or bytes divide by the label's length; pmi and contextual"
              + " compare with prompts without content. Default: none.")
  private String normalization = Normalization.NONE.label();

  @Option(
      names = "--content-free",
      paramLabel = "TEXT",
      description =
          "An input without content, for pmi and contextual; it takes the place of the input, or of"
              + " the whole prompt where no input is named; repeatable. Default: N/A, the empty text"
              + " and [MASK] for contextual, the empty text for pmi.")
  private @Nullable List<String> contentFree;

  /// Those of the options; none when none is given.
  public List<String> labels() {
    var labels = new ArrayList<String>();
    if (list != null) {
      labels.addAll(Arrays.asList(list.split(",", -1)));
    }
    labels.addAll(single);
    return labels;
  }

  public Normalization normalization() {
    try {
      return Normalization.of(normalization);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--normalize " + e.getMessage());
    }
  }

  /// The content-free inputs in use; none where the normalisation needs none.
  public List<String> contentFree() {
    var chosen = normalization();
    if (!chosen.needsContentFree()) {
      if (contentFree != null) {
        throw new UsageException("--content-free is for --normalize pmi and contextual");
      }
      return List.of();
    }
    return contentFree == null ? chosen.defaultContentFree() : contentFree;
  }
}
