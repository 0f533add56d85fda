package kelvin.ui.playground;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Holds the message above the panels; a new one replaces the old one.
public final class Notices {

  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<Done>> done =
      new ReadOnlyObjectWrapper<>(this, "done", Optional.empty());

  public void show(Notice wanted) {
    notice.set(Optional.of(wanted));
  }

  /// Reports a problem outside the playground, such as a file that could not be written.
  public void report(String problem) {
    report(problem, "");
  }

  /// @param details the words of a library about the problem
  public void report(String problem, String details) {
    show(Notice.problem(problem, details));
  }

  /// Removes the message. The offered action stays available in the menus.
  public void dismiss() {
    notice.set(Optional.empty());
  }

  /// Removes the message because the user declines its offer.
  void decline() {
    var declined = notice.get();
    dismiss();
    declined.map(Notice::onDismiss).ifPresent(Runnable::run);
  }

  /// Says for a while that something was saved or copied.
  public void tell(Done what) {
    done.set(Optional.of(what));
  }

  /// The last thing that was saved or copied.
  ReadOnlyObjectProperty<Optional<Done>> doneProperty() {
    return done.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
