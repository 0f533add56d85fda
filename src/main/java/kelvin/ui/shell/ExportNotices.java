package kelvin.ui.shell;

import java.util.Optional;
import kelvin.ui.figure.ExportWork;
import kelvin.ui.playground.Notice;
import kelvin.ui.playground.Notices;

/// Shows above the panels what happens to exports.
final class ExportNotices implements ExportWork.Listener {

  private final Notices notices;

  ExportNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public Runnable takesLong(String sentence, Runnable cancel) {
    Runnable stop =
        () -> {
          cancel.run();
          notices.dismiss();
        };
    var action = new Notice.Action("Cancel", "Gives up this export. No file is left of it.", stop);
    var notice = Optional.of(Notice.offer(sentence, action, () -> {}));
    notices.show(notice.get());
    return () -> {
      // Another message may have taken its place.
      if (notices.noticeProperty().get().equals(notice)) {
        notices.dismiss();
      }
    };
  }

  @Override
  public void failed(String sentence) {
    notices.report(sentence);
  }
}
