package kelvin.ui.playground;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Holds the sentence above the panels; a new one replaces the old one.
public final class Notices {

  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());

  public void show(Notice wanted) {
    notice.set(Optional.of(wanted));
  }

  /// Says what went wrong outside the playground, such as a file that could not be written.
  public void report(String problem) {
    show(Notice.problem(problem));
  }

  /// Removes the sentence. What it offered stays in the menus.
  public void dismiss() {
    notice.set(Optional.empty());
  }

  /// Removes the sentence because the user wants nothing of what it offers.
  void decline() {
    var declined = notice.get();
    dismiss();
    declined.map(Notice::onDismiss).ifPresent(Runnable::run);
  }

  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
