package kelvin.ui.session;

import java.util.function.BiConsumer;
import kelvin.ui.playground.Notice;
import kelvin.ui.playground.Notices;
import kelvin.ui.session.SessionModels.Folder;
import kelvin.workspace.Autosave.Unsaved;
import org.jspecify.annotations.Nullable;

/// Offers the work that crashes left behind above the panels, one after the other. Each is taken or
/// refused once.
final class LeftBehind {

  private final Notices notices;
  private final Autosaver autosaver;
  private final SessionDisk disk;
  private final Autosaver.Source current;
  private final BiConsumer<Offer, Folder> onRestore;

  /// The offer that is not answered yet, if any.
  private @Nullable Offer open;

  /// @param current the work of the window
  /// @param onRestore gets an offer that the user wants, and the folder of its model
  LeftBehind(
      Notices notices,
      Autosaver autosaver,
      SessionDisk disk,
      Autosaver.Source current,
      BiConsumer<Offer, Folder> onRestore) {
    this.notices = notices;
    this.autosaver = autosaver;
    this.disk = disk;
    this.current = current;
    this.onRestore = onRestore;
  }

  /// Looks for such work and offers it.
  void find() {
    autosaver.find(this::offer);
  }

  private void offer(Unsaved found, int more) {
    var offer = new Offer(found);
    open = offer;
    var owner =
        found
            .savedAs()
            .map(known -> "“" + SessionViewModel.nameOf(known.path()) + "”")
            .orElse("unsaved work");
    var others =
        more == 0 ? "" : " " + more + (more == 1 ? " more is waiting." : " more are waiting.");
    notices.show(
        Notice.offer(
            "Kelvin was closed unexpectedly; restore " + owner + "?" + others,
            new Notice.Action(
                "Restore", "Opens the work as it was; it is not saved yet.", offer::lookForModel),
            offer::refuse));
  }

  /// One piece of work.
  final class Offer {

    private final Unsaved found;
    private boolean looking;

    private Offer(Unsaved found) {
      this.found = found;
    }

    Unsaved found() {
      return found;
    }

    private void lookForModel() {
      if (!looking) {
        looking = true;
        disk.findModel(found.session(), this::goOn);
      }
    }

    private void goOn(Folder model) {
      looking = false;
      if (open == this) {
        onRestore.accept(this, model);
      }
    }

    /// Shows the work, unless the offer was answered meanwhile. It is then kept as the window's
    /// own.
    void take(Runnable show) {
      if (open == this) {
        open = null;
        show.run();
        autosaver.taken(current, LeftBehind.this::offer);
      }
    }

    private void refuse() {
      if (open == this) {
        open = null;
        autosaver.refused(LeftBehind.this::offer);
      }
    }
  }
}
