package kelvin.ui.compare.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.beside.BesideOpening;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.model.beside.BorrowedModel;
import kelvin.ui.model.beside.ModelPlace;
import kelvin.ui.model.beside.ModelsOpening;
import kelvin.ui.model.beside.PlayingExports;

/// The models of both sides. A model that both want is open once, and one that no side wants is
/// closed. All close some minutes after the page was left; the page opens them again.
public final class SideModels {

  /// The time without a look at the page after which its models are closed.
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final ModelViewModel playing;
  private final ModelsOpening opening;
  private final Executor whenLeft;
  private final SideModel a = new SideModel();
  private final SideModel b = new SideModel();
  private final Map<Path, OtherModel> others = new HashMap<>();

  /// The places that the user chose here. Those of a session are asked about.
  private final Set<Path> chosen = new HashSet<>();

  private final PlayingExports exports;
  private boolean shown;

  /// The number of times that the page was shown or hidden.
  private int changes;

  /// @param playing the playground's model
  /// @param begin runs work of low priority on the inference thread
  public SideModels(ModelViewModel playing, Consumer<SlicedWork> begin, Executor fxThread) {
    this(
        playing,
        begin,
        fxThread,
        CompletableFuture.delayedExecutor(KEPT.toSeconds(), TimeUnit.SECONDS, fxThread));
  }

  /// @param whenLeft runs what closes the models, some time after the page was left
  SideModels(
      ModelViewModel playing, Consumer<SlicedWork> begin, Executor fxThread, Executor whenLeft) {
    this.playing = playing;
    this.whenLeft = whenLeft;
    opening = new ModelsOpening(begin, fxThread, playing::remember);
    exports = new PlayingExports(playing, opening);
    playing.descriptorProperty().subscribe((_, _) -> playingChanged());
  }

  /// Sets what opens models; called once.
  public void setOpening(BesideOpening now) {
    opening.use(now);
  }

  // Following

  /// Gives a side another model, or the playground's. Takes effect when the sides settle.
  ///
  /// @param place a model folder or one `.onnx` file in it; empty for the playground's model
  public void choose(SideModel side, Optional<Path> place) {
    var whole = place.map(path -> path.toAbsolutePath().normalize());
    whole.ifPresent(chosen::add);
    side.chosenProperty().set(whole.map(Path::toString));
  }

  /// Takes over what the sides want: opens what is new and closes what nobody wants any more.
  public void settle() {
    var wanted = new HashSet<Path>();
    for (var side : List.of(a, b)) {
      var place = side.chosenProperty().get().map(ModelPlace::of);
      place.ifPresent(wanted::add);
      side.show(place.map(this::other).orElse(null));
    }
    var unwanted = others.keySet().stream().filter(each -> !wanted.contains(each)).toList();
    unwanted.forEach(each -> Objects.requireNonNull(others.remove(each)).close());
    if (shown) {
      others.values().forEach(OtherModel::look);
    }
  }

  private OtherModel other(Path place) {
    return others.computeIfAbsent(
        place,
        missing ->
            new OtherModel(
                missing,
                opening,
                chosen.contains(missing) || ModelPlace.isKnown(missing, playing.trustedFolders()),
                exports::graph));
  }

  /// Says whether the page is visible.
  public void setShown(boolean now) {
    if (shown == now) {
      return;
    }
    shown = now;
    int change = ++changes;
    if (now) {
      others.values().forEach(OtherModel::look);
      exports.find();
    } else if (!others.isEmpty()) {
      whenLeft.execute(() -> left(change));
    }
  }

  private void left(int change) {
    if (change == changes && !shown) {
      others.values().forEach(OtherModel::close);
    }
  }

  private void playingChanged() {
    others.values().forEach(OtherModel::playingChanged);
    if (shown) {
      exports.find();
    }
  }

  /// Closes all for good, at the end of the program.
  public void close() {
    exports.forget();
    others.values().forEach(OtherModel::close);
    others.clear();
    opening.use(null);
  }

  // Parts

  public SideModel a() {
    return a;
  }

  public SideModel b() {
    return b;
  }

  /// The playground's model.
  public ModelViewModel playing() {
    return playing;
  }

  /// A choice of the model for the work of another page.
  public BorrowedModel borrowed() {
    return new BorrowedModel(opening, exports);
  }

  /// The exports in the folder of the playground's model.
  public PlayingExports exports() {
    return exports;
  }

  /// Opens models for the page's other work.
  public ModelsOpening opening() {
    return opening;
  }
}
