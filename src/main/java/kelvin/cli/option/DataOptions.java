package kelvin.cli.option;

import java.util.Optional;
import kelvin.cli.environment.UsageException;
import kelvin.experiment.data.DataColumns;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of a data set: its columns, its parts and how much of it is used.
public final class DataOptions {

  private static final String SPLIT_FORMS = "--split must be column=NAME or seed=S,test=0.5";

  @Option(
      names = "--split",
      paramLabel = "RULE",
      description =
          "column=NAME: the cells train and test of a column say the part, with column=NAME,test=WORD"
              + " all other cells are train. seed=S,test=0.5: that share of each label is drawn as the"
              + " test part. Default: a task's examples are train and its test inputs test; of a"
              + " table all is test.")
  private @Nullable String split;

  @Option(
      names = "--x",
      paramLabel = "COLUMN",
      description = "The column of the inputs. Default: by its name, such as x or text.")
  private @Nullable String inputColumn;

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      description = "The column of the right labels. Default: by its name, such as y or label.")
  private @Nullable String labelColumn;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use only N pairs of the test part, drawn by --seed. Default: all.")
  private @Nullable Integer limit;

  /// @throws UsageException naming the option that makes no sense
  public DataSet read(String name, long seed) {
    if (limit != null && limit < 1) {
      throw new UsageException("--limit must be at least 1, was " + limit);
    }
    var columns =
        new DataColumns(Optional.ofNullable(inputColumn), Optional.ofNullable(labelColumn));
    var data = DataSource.read(name, columns, split());
    return limit == null ? data : data.withTests(limit, seed);
  }

  /// @throws UsageException when it is no rule
  public Split split() {
    if (split == null) {
      return new Split.Given();
    }
    if (split.startsWith("column=")) {
      return byColumn(split.substring("column=".length()));
    }
    if (split.startsWith("seed=")) {
      return bySeed(split.substring("seed=".length()));
    }
    throw new UsageException(SPLIT_FORMS + "; was '" + split + "'");
  }

  private static Split byColumn(String rest) {
    int comma = rest.lastIndexOf(",test=");
    var name = comma < 0 ? rest : rest.substring(0, comma);
    var word = comma < 0 ? "" : rest.substring(comma + ",test=".length()).strip();
    if (name.isBlank() || (comma >= 0 && word.isEmpty())) {
      throw new UsageException(SPLIT_FORMS);
    }
    return new Split.ByColumn(name, word);
  }

  private static Split bySeed(String rest) {
    int comma = rest.indexOf(",test=");
    try {
      long seed = Numbers.wide(comma < 0 ? rest : rest.substring(0, comma));
      double share = comma < 0 ? 0.5 : Numbers.real(rest.substring(comma + ",test=".length()));
      return bySeed(seed, share);
    } catch (TypeConversionException e) {
      throw new UsageException(SPLIT_FORMS + ": " + e.getMessage());
    }
  }

  private static Split bySeed(long seed, double share) {
    try {
      return new Split.BySeed(seed, share);
    } catch (IllegalArgumentException e) {
      throw new UsageException(SPLIT_FORMS + ": " + e.getMessage());
    }
  }
}
