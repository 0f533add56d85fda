package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.workspace.Branch;

/// What was generated after prompts that have changed since, and the sentence above the panels that
/// says so, or says something else.
public final class PutAside {

  /// More is not kept: the oldest is let go.
  private static final int MOST = 50;

  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
  private final ObservableList<Branch> branches = FXCollections.observableArrayList();
  private final Consumer<Branch> onBringBack;

  /// @param onBringBack makes a branch the work again
  PutAside(Consumer<Branch> onBringBack) {
    this.onBringBack = onBringBack;
  }

  /// Keeps a branch and says so.
  void keep(Branch branch, String sentence) {
    keep(branch);
    notice.set(Optional.of(Notice.aside(sentence, () -> bringBack(branch))));
  }

  /// Keeps a branch in silence; one that is kept already becomes the latest.
  void keep(Branch branch) {
    branches.remove(branch);
    branches.add(branch);
    if (branches.size() > MOST) {
      branches.removeFirst();
    }
  }

  public void bringBack(Branch branch) {
    branches.remove(branch);
    dismiss();
    onBringBack.accept(branch);
  }

  public void restore(List<Branch> wanted) {
    branches.setAll(wanted);
  }

  public void say(Notice said) {
    notice.set(Optional.of(said));
  }

  /// Puts the sentence away; what was put aside stays in the menu.
  void dismiss() {
    notice.set(Optional.empty());
  }

  /// The latest last.
  public ObservableList<Branch> branches() {
    return branches;
  }

  ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
