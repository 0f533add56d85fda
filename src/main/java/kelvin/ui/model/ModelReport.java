package kelvin.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.inference.ModelDescriptor;
import kelvin.ui.control.Numbers;

/// Describes a model in lines of text: its files, its inputs and the checks made when it was
/// loaded.
final class ModelReport {

  private ModelReport() {}

  static List<String> lines(ModelDescriptor model) {
    var lines = new ArrayList<String>();
    lines.add(model.architecture().orElse("Architecture unknown") + ", " + model.precision());
    lines.add(
        Numbers.count(model.parameterCount())
            + " parameters, vocabulary "
            + Numbers.count(model.logitCount()));
    lines.add(
        model.contextLength().isPresent()
            ? "context of " + Numbers.tokens(model.contextLength().getAsInt())
            : "context length unknown");
    lines.add("cache: " + model.cache().title());
    lines.add("");
    for (var file : model.files()) {
      lines.add(
          String.format(
              Locale.ROOT, "%,9.1f MB  %s", file.size() / 1e6, file.path().getFileName()));
    }
    lines.add("");
    for (var probe : model.probes()) {
      lines.add(
          (probe.passed() ? "passed  " : "FAILED  ")
              + probe.name()
              + (Double.isNaN(probe.largestDifference())
                  ? ""
                  : String.format(Locale.ROOT, ", |Δlogit| ≤ %.1e", probe.largestDifference())));
      lines.add("        " + probe.question());
    }
    lines.add("");
    for (var warning : model.warnings()) {
      lines.add("! " + warning);
    }
    for (var input : model.inputs()) {
      lines.add("in   " + input.role() + "  " + input.name() + "  " + input.type() + input.shape());
    }
    for (var output : model.outputs()) {
      lines.add(
          "out  " + output.role() + "  " + output.name() + "  " + output.type() + output.shape());
    }
    return lines;
  }
}
