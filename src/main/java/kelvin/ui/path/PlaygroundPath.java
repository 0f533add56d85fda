package kelvin.ui.path;

import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.inference.StartToken;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.Branch;

/// The playground as the page Paths sees it.
public interface PlaygroundPath {

  /// The text of the prompt.
  String prompt();

  StartToken startToken();

  /// The sampling as it is now.
  StepSettings settings();

  /// The unit of divergences.
  ObservableValue<InformationUnit> unit();

  /// Makes tokens after a prompt the current text.
  void take(Branch branch);
}
