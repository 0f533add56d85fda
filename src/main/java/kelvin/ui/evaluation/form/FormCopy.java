package kelvin.ui.evaluation.form;

import kelvin.experiment.evaluation.TooLong;

/// The typed settings of a form about data, for another form to take over: data, columns, split,
/// prompt, what becomes of long texts, number of items and seed.
///
/// @param columns the columns and the split
public record FormCopy(
    DataChoice data,
    Wanted.Parts columns,
    PromptChoice prompt,
    TooLong tooLong,
    String limit,
    String seed) {

  public static FormCopy of(EvaluationForm form) {
    return new FormCopy(
        form.dataProperty().get(),
        Wanted.Parts.of(form),
        form.promptProperty().get(),
        form.tooLongProperty().get(),
        form.limitProperty().get(),
        form.seedProperty().get());
  }

  /// The same with another seed.
  public FormCopy withSeed(long other) {
    return new FormCopy(data, columns, prompt, tooLong, limit, Long.toString(other));
  }

  /// True if the seed also says what is in the test part.
  public boolean drawsTests() {
    return !limit.isBlank() || columns.split() == SplitChoice.SEED;
  }

  void fillSettings(EvaluationForm form) {
    form.promptProperty().set(prompt);
    form.tooLongProperty().set(tooLong);
    form.limitProperty().set(limit);
    form.seedProperty().set(seed);
  }

  /// Only once the data is read.
  void fillColumns(EvaluationForm form) {
    form.inputColumnProperty().set(columns.input());
    form.labelColumnProperty().set(columns.label());
    form.splitProperty().set(columns.split());
    form.shareProperty().set(columns.share());
    form.splitColumnProperty().set(columns.column());
  }
}
