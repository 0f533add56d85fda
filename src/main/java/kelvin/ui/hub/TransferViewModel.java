package kelvin.ui.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.hub.Bytes;
import kelvin.hub.FetchPlan;
import kelvin.hub.HubException;
import kelvin.hub.transfer.Fetched;
import kelvin.hub.transfer.HubOpener;
import kelvin.hub.transfer.ModelTransfer;
import kelvin.hub.transfer.Progress;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.ui.fx.LatestOnFxThread;

/// Fetches one model at a time, also while the dialog is closed.
public final class TransferViewModel {

  private static final Logger LOG = System.getLogger(TransferViewModel.class.getName());

  /// The states of a transfer.
  public enum State {
    /// There is no transfer.
    NONE,

    /// It fetches or checks.
    RUNNING,

    /// It was paused, or the hub, the network or the disk stopped it. What has come is kept.
    PAUSED,

    /// The model is whole.
    DONE
  }

  private final HubOpener opener;
  private final Executor network;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", 0);
  private Optional<FetchPlan> plan = Optional.empty();
  private Optional<Fetched> fetched = Optional.empty();
  private Cancellation current = new Cancellation();
  private Consumer<Path> onOpen = _ -> {};
  private Runnable onStop = () -> {};

  /// @param network runs the transfer
  /// @param fxThread runs what changes this view model
  public TransferViewModel(HubOpener opener, Executor network, Executor fxThread) {
    this.opener = opener;
    this.network = network;
    this.fxThread = fxThread;
  }

  /// Begins with a model. Ignored while another one is being fetched.
  public void get(FetchPlan wanted) {
    if (state.get() != State.RUNNING) {
      plan = Optional.of(wanted);
      share.set(0);
      resume();
    }
  }

  /// Goes on where it was.
  public void resume() {
    if (plan.isEmpty() || state.get() == State.RUNNING) {
      return;
    }
    var wanted = plan.get();
    var cancellation = new Cancellation();
    current = cancellation;
    fetched = Optional.empty();
    problem.set("");
    sentence.set(nameOf(wanted) + ": begins …");
    state.set(State.RUNNING);
    var progress =
        new LatestOnFxThread<Progress>(
            fxThread,
            each -> {
              if (current == cancellation && state.get() == State.RUNNING) {
                show(wanted, each);
              }
            });
    network.execute(
        () -> {
          var end = run(wanted, cancellation, progress);
          fxThread.execute(
              () -> {
                if (current == cancellation && !cancellation.isCancelled()) {
                  end.run();
                }
              });
        });
  }

  /// Fetches, and returns what the end changes.
  private Runnable run(FetchPlan wanted, Cancellation cancellation, Consumer<Progress> progress) {
    try {
      var whole = new ModelTransfer(opener.open()).run(wanted, cancellation, progress);
      return () -> finish(whole);
    } catch (HubException e) {
      LOG.log(Level.INFO, "transfer", e);
      return () -> {
        state.set(State.PAUSED);
        sentence.set(nameOf(wanted) + ": stopped; what has come is kept.");
        problem.set(e.reason() + " " + e.remedy());
        onStop.run();
      };
    } catch (CancelledException _) {
      return () -> {};
    }
  }

  private void show(FetchPlan wanted, Progress progress) {
    share.set(progress.share());
    sentence.set(nameOf(wanted) + ": " + progress.sentence());
  }

  private void finish(Fetched whole) {
    fetched = Optional.of(whole);
    share.set(1);
    state.set(State.DONE);
    sentence.set(nameOf(whole.plan()) + ": " + Bytes.of(whole.bytes()) + ", all files checked.");
    onStop.run();
  }

  /// Stops for now and keeps what has come.
  public void pause() {
    if (state.get() == State.RUNNING) {
      current.cancel();
      state.set(State.PAUSED);
      plan.ifPresent(wanted -> sentence.set(nameOf(wanted) + ": paused; what has come is kept."));
      onStop.run();
    }
  }

  /// Gives the model up and removes the parts of files that are not whole.
  public void cancel() {
    current.cancel();
    plan.ifPresent(wanted -> network.execute(() -> discard(wanted)));
    plan = Optional.empty();
    state.set(State.NONE);
    sentence.set("");
    problem.set("");
    share.set(0);
  }

  private void discard(FetchPlan wanted) {
    try {
      new ModelTransfer(opener.open()).discard(wanted);
      fxThread.execute(onStop);
    } catch (CancelledException _) {
      // The window closes. What is left is named when it opens again.
    } catch (HubException e) {
      LOG.log(Level.INFO, "discard", e);
      fxThread.execute(() -> problem.set(e.reason() + " " + e.remedy()));
    }
  }

  /// Opens the model that was fetched.
  public void open() {
    fetched.ifPresent(whole -> onOpen.accept(whole.toOpen()));
  }

  private static String nameOf(FetchPlan plan) {
    return plan.listing().id() + ", " + plan.choice().precision();
  }

  /// @param opener takes the folder or the graph to open
  public void setOnOpen(Consumer<Path> opener) {
    onOpen = opener;
  }

  /// @param listener told when a transfer ends, in whatever way
  void setOnStop(Runnable listener) {
    onStop = listener;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The name of the model that is fetched, and how far it is.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The reason why it stopped by itself, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The share of all bytes that is here, from 0 to 1.
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }
}
