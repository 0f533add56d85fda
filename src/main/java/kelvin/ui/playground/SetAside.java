package kelvin.ui.playground;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.workspace.token.Branch;

/// Keeps the tokens that were generated after earlier versions of the prompt.
public final class SetAside {

  /// When there are more, the oldest is dropped.
  private static final int MAX_BRANCHES = 50;

  private final ObservableList<Branch> branches = FXCollections.observableArrayList();
  private final Notices notices;
  private final Consumer<Branch> onBringBack;

  /// @param onBringBack makes a branch the current work again
  SetAside(Notices notices, Consumer<Branch> onBringBack) {
    this.notices = notices;
    this.onBringBack = onBringBack;
  }

  /// Keeps a branch and shows a message about it.
  void keep(Branch branch, String sentence) {
    keep(branch);
    notices.show(Notice.aside(sentence, () -> bringBack(branch)));
  }

  /// Keeps a branch without a message. A branch that is already there becomes the latest.
  void keep(Branch branch) {
    branches.remove(branch);
    branches.add(branch);
    if (branches.size() > MAX_BRANCHES) {
      branches.removeFirst();
    }
  }

  public void bringBack(Branch branch) {
    branches.remove(branch);
    notices.dismiss();
    onBringBack.accept(branch);
  }

  public void restore(List<Branch> wanted) {
    branches.setAll(wanted);
  }

  /// The branches, the latest last.
  public ObservableList<Branch> branches() {
    return branches;
  }
}
