package kelvin.ui.path.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.certificate.CertificateWork;
import kelvin.engine.certificate.Difference;
import kelvin.engine.certificate.Stage;
import kelvin.engine.certificate.Verification;
import kelvin.engine.certificate.VerifyWork;
import kelvin.engine.replay.RetraceWork;
import kelvin.ui.control.Numbers;
import kelvin.ui.path.tool.RecordFiles.Wanted;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.certificate.CertificateFile;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;

/// Saves the path that is looked at as a record or with a certificate, and verifies certificates.
public final class RecordTool {

  private final PathPlace place;
  private final ToolRun run;
  private final Executor background;
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyObjectWrapper<List<Difference>> differences =
      new ReadOnlyObjectWrapper<>(this, "differences", List.of());
  private RecordFiles files = RecordFiles.NONE;
  private String program = "kelvin";
  private Runnable onCancel = () -> {};
  private Consumer<Path> onSaved = _ -> {};

  /// A certificate that waits for a model to open.
  private Optional<Path> waiting = Optional.empty();

  /// @param background reads and writes small files
  public RecordTool(PathPlace place, ToolRun run, Executor background) {
    this.place = place;
    this.run = run;
    this.background = background;
  }

  /// @param asked answers the questions about files
  /// @param name of the program in records, such as `kelvin 1.2.0 (commit abcdef)`
  public void setFiles(RecordFiles asked, String name) {
    files = asked;
    program = name;
  }

  /// Called with each file that was saved, on the FX thread.
  public void setOnSaved(Consumer<Path> onSaved) {
    this.onSaved = onSaved;
  }

  // Saving

  /// A path that is about to be saved.
  private record Subject(Path file, Generation.Settings settings, List<Integer> tokens) {}

  /// Asks for a file and saves the path with all logits of its steps.
  public void saveTrace() {
    subject(Wanted.TRACE_TO_SAVE).ifPresent(this::saveTrace);
  }

  private void saveTrace(Subject subject) {
    begin("Recording …");
    run.begin(
        onFailed -> {
          var rows =
              new TraceRows(
                  subject.file(),
                  Certificate.Maker.here(program),
                  new Certificate.PromptText(place.prompt().prompt(), place.prompt().startToken()),
                  subject.settings(),
                  counted("Recording token ", subject.tokens().size()),
                  run.each(this::saved));
          onCancel = () -> background.execute(rows::abandon);
          return new RetraceWork(
              place.prompt(),
              subject.settings(),
              subject.tokens(),
              rows,
              reason -> {
                rows.abandon();
                onFailed.accept(reason);
              });
        });
  }

  /// Asks for a file and saves the certificate of the path.
  public void saveCertificate() {
    subject(Wanted.CERTIFICATE_TO_SAVE).ifPresent(this::saveCertificate);
  }

  private void saveCertificate(Subject subject) {
    begin("Making the text again …");
    run.begin(
        onFailed -> {
          Consumer<Path> onWritten = run.each(this::saved);
          return new CertificateWork(
              Certificate.Maker.here(program),
              place.prompt(),
              subject.settings(),
              subject.tokens(),
              counted("Making token ", subject.tokens().size()),
              made -> background.execute(() -> write(subject.file(), made, onWritten, onFailed)),
              onFailed);
        });
  }

  private static void write(
      Path file, Certificate made, Consumer<Path> onWritten, Consumer<String> onFailed) {
    try {
      CertificateFile.write(file, made);
      onWritten.accept(file);
    } catch (WorkspaceException e) {
      onFailed.accept("Not saved: " + e.getMessage());
    }
  }

  private Optional<Subject> subject(Wanted wanted) {
    var why = place.whyNot();
    var path = place.branch();
    if (!why.isEmpty() || path.isEmpty()) {
      run.refuse(why.isEmpty() ? "Draw some tokens first: there is no path to save." : why);
      return Optional.empty();
    }
    var end = path.get().end();
    return files
        .ask(wanted, fileName(path.get()))
        .map(file -> new Subject(file, settings(end), PathPlace.ids(end)));
  }

  private static String fileName(PathBranch branch) {
    var name = branch.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return name.replaceAll("^-|-$", "");
  }

  /// The settings of the last token, or those of the playground if they are not known.
  private Generation.Settings settings(PathNode end) {
    var of = end.settings().orElseGet(place::settings);
    return settings(of, end.depth());
  }

  private static Generation.Settings settings(StepSettings of, int count) {
    return new Generation.Settings(of.chain(), of.mode(), of.seed(), count);
  }

  private void begin(String words) {
    onCancel = () -> {};
    differences.set(List.of());
    sentence.set(words);
  }

  private IntConsumer counted(String words, int of) {
    Consumer<Integer> told =
        run.latest(
            count ->
                sentence.set(words + Numbers.count(count) + " of " + Numbers.count(of) + " …"));
    return told::accept;
  }

  private void saved(Path file) {
    run.end();
    sentence.set("Saved: " + file);
    onSaved.accept(file);
  }

  // Verifying

  /// Asks for a certificate and verifies it with the open model.
  public void verify() {
    files.ask(Wanted.CERTIFICATE_TO_VERIFY, "").ifPresent(this::verify);
  }

  /// Verifies a certificate with the open model, or with the one that opens next.
  public void verify(Path file) {
    begin("Reading the certificate …");
    run.cancel();
    if (!place.isOpen()) {
      waiting = Optional.of(file);
      sentence.set("Waiting for a model to verify " + file.getFileName() + " with …");
      return;
    }
    waiting = Optional.empty();
    var why = place.whyNoModel();
    if (!why.isEmpty()) {
      sentence.set("");
      run.refuse(why);
      return;
    }
    Consumer<CertificateFile.Opened> onRead = run.each(read -> verify(file, read));
    Consumer<String> onFailed =
        run.each(
            reason -> {
              sentence.set("");
              run.refuse(reason);
            });
    background.execute(
        () -> {
          try {
            onRead.accept(CertificateFile.read(file));
          } catch (WorkspaceException e) {
            onFailed.accept("Not verified: " + e.getMessage());
          }
        });
  }

  private void verify(Path file, CertificateFile.Opened read) {
    int steps = read.certificate().path().steps().size();
    sentence.set("Verifying …");
    run.begin(
        onFailed -> {
          Consumer<Verification> onVerified = run.each(found -> show(file, read, found));
          return new VerifyWork(
              read.certificate(),
              read.isAsWritten(),
              counted("Verifying token ", steps),
              onVerified,
              onFailed);
        });
  }

  private void show(Path file, CertificateFile.Opened read, Verification found) {
    run.end();
    differences.set(found.differences());
    sentence.set(
        "“"
            + file.getFileName()
            + "” "
            + found
                .first()
                .map(first -> different(first, found))
                .orElseGet(
                    () ->
                        "is the same to the bit: the model, the prompt, and the logits and draws of "
                            + steps(found.steps())
                            + ".")
            + " It was made by "
            + read.certificate().maker().program()
            + " on "
            + read.certificate().maker().system()
            + ".");
  }

  private static String different(Difference first, Verification found) {
    return "differs: the first difference is in "
        + first.stage().words()
        + (first.step().isPresent() ? " of token " + (first.step().getAsInt() + 1) : "")
        + ". "
        + (found.differences().stream().anyMatch(each -> each.stage() == Stage.VOCABULARY)
            ? "The open model has other tokens, so the steps were not compared."
            : String.format(
                Locale.ROOT,
                "Of %s, %s other logits and %s another token; the largest change of a token’s"
                    + " ln p is %.2g nats.",
                steps(found.steps()),
                count(found.otherRows(), "has", "have"),
                count(found.otherTokens(), "draws", "draw"),
                found.largestChange()));
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : Numbers.count(count) + " steps";
  }

  private static String count(int count, String one, String many) {
    return count == 0 ? "none " + one : Numbers.count(count) + " " + (count == 1 ? one : many);
  }

  /// Verifies the certificate that waited for a model.
  public void modelOpened() {
    waiting.ifPresent(this::verify);
  }

  /// Stops; no file changes.
  void cancel() {
    run.cancel();
    onCancel.run();
    onCancel = () -> {};
    sentence.set("It was cancelled; no file was changed.");
  }

  // Properties

  /// The state or the result in a sentence.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The first difference of each stage of the last verification, the earliest first.
  public ReadOnlyObjectProperty<List<Difference>> differencesProperty() {
    return differences.getReadOnlyProperty();
  }

  public ToolRun run() {
    return run;
  }
}
