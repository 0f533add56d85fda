package kelvin.ui.playground;

import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.inference.StartToken;
import kelvin.ui.path.PlaygroundPath;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.Branch;

/// The playground as the page Paths sees it.
record PathsPlayground(PlaygroundViewModel playground) implements PlaygroundPath {

  @Override
  public String prompt() {
    return playground.prompt().textProperty().get();
  }

  @Override
  public StartToken startToken() {
    return playground.prompt().startTokenInUse().getValue();
  }

  @Override
  public StepSettings settings() {
    var sampling = playground.sampling();
    return new StepSettings(
        sampling.chainProperty().get(),
        sampling.modeProperty().get(),
        sampling.seedProperty().get());
  }

  @Override
  public ObservableValue<InformationUnit> unit() {
    return playground.unitProperty();
  }

  @Override
  public void take(Branch branch) {
    playground.work().take(branch);
  }
}
