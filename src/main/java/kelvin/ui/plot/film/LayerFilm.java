package kelvin.ui.plot.film;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.film.FilmAcross.OfLayers;
import kelvin.ui.plot.film.FilmSeries.LaneSeries;
import kelvin.ui.plot.film.FilmSeries.TokenSeries;
import kelvin.ui.plot.film.LayersPicture.AtLayer;
import org.jspecify.annotations.Nullable;

/// The logit lens as a film: the probabilities of tokens after each layer of a model at τ = 1, with
/// entropy and the divergence from the last layer below. Layer 0 is the embeddings, the last one
/// the model's own choice. The layer that is looked at is a cursor that can be dragged.
public final class LayerFilm extends Film {

  private final ObjectProperty<@Nullable LayersPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final ObjectProperty<@Nullable Integer> layer = new SimpleObjectProperty<>(this, "layer");
  private IntConsumer onLayer = _ -> {};

  public LayerFilm() {
    super("layer-film", "Probabilities after each layer");
    picture.addListener(
        _ -> {
          describe();
          linesChanged();
        });
    layer.addListener(
        _ -> {
          describe();
          cursorChanged();
        });
  }

  /// The layers to show; null for none.
  public ObjectProperty<@Nullable LayersPicture> pictureProperty() {
    return picture;
  }

  /// The layer of the cursor; null for the last one.
  public ObjectProperty<@Nullable Integer> layerProperty() {
    return layer;
  }

  /// Called with the layer to which the user drags the cursor.
  public void setOnLayer(IntConsumer onLayer) {
    this.onLayer = onLayer;
  }

  private void describe() {
    var shown = picture.get();
    if (shown == null) {
      setAccessibleText("Probabilities after each layer");
      return;
    }
    int at = at(shown);
    var looked = shown.layers().get(at);
    setAccessibleText(
        "layer %d of %d, “%s” %s %%, entropy %s, KL to the last layer %s; %s"
            .formatted(
                at,
                shown.last(),
                shown.choice().text(),
                Numbers.percent(looked.distribution().probabilityOfToken(shown.choice().id())),
                entropy(shown, looked),
                divergence(shown, looked),
                shown.lead()));
  }

  private int at(LayersPicture shown) {
    var looked = layer.get();
    int last = shown.last();
    return looked == null ? last : Math.clamp(looked, 0, last);
  }

  private static String entropy(LayersPicture shown, AtLayer layer) {
    return Numbers.information(layer.distribution().entropy(), shown.unit());
  }

  private static String divergence(LayersPicture shown, AtLayer layer) {
    return Numbers.information(layer.klToLast(), shown.unit());
  }

  @Override
  FilmAcross across() {
    var shown = picture.get();
    return new OfLayers(shown == null ? 1 : shown.last());
  }

  @Override
  int lanes() {
    return 2;
  }

  @Override
  Optional<FilmSeries> series() {
    return Optional.ofNullable(picture.get()).map(LayerFilm::series);
  }

  private static FilmSeries series(LayersPicture shown) {
    var layers = shown.layers();
    var tokens =
        shown.tokens().stream()
            .map(
                token ->
                    new TokenSeries(
                        token.text(),
                        token.watched(),
                        layers.stream()
                            .map(each -> each.distribution().probabilityOfToken(token.id()))
                            .toList()))
            .toList();
    return new FilmSeries(
        IntStream.rangeClosed(0, shown.last()).asDoubleStream().boxed().toList(),
        tokens,
        lanes(layers),
        true);
  }

  /// A full lane is the entropy of all tokens being alike, and the largest divergence of a layer.
  private static List<LaneSeries> lanes(List<AtLayer> layers) {
    double most = Math.max(Math.log(2), Math.log(layers.getFirst().distribution().count()));
    double farthest =
        Collections.max(layers.stream().map(AtLayer::klToLast).filter(Double::isFinite).toList());
    double full = farthest == 0 ? 1 : farthest;
    return List.of(
        new LaneSeries(
            "entropy", layers.stream().map(each -> each.distribution().entropy() / most).toList()),
        new LaneSeries("KL to last", layers.stream().map(each -> each.klToLast() / full).toList()));
  }

  @Override
  double cursor() {
    var shown = picture.get();
    return shown == null ? 0 : at(shown);
  }

  /// The layer at which the final choice first leads.
  @Override
  Optional<FilmNumbers.At> mark() {
    return Optional.ofNullable(picture.get())
        .map(
            shown ->
                new FilmNumbers.At(
                    shown.choice().firstLead(),
                    (shown.choice().losesTheLead() ? "first leads at " : "leads from ")
                        + shown.choice().firstLead()));
  }

  @Override
  FilmNumbers numbers(FilmLines lines) {
    var shown = Objects.requireNonNull(picture.get());
    int at = at(shown);
    var looked = shown.layers().get(at);
    return FilmNumbers.of(
        lines,
        shown.tokens().stream()
            .map(token -> looked.distribution().probabilityOfToken(token.id()))
            .toList(),
        List.of(entropy(shown, looked), divergence(shown, looked)),
        new FilmNumbers.At(at, "layer " + at));
  }

  @Override
  boolean key(KeyEvent event) {
    var shown = picture.get();
    if (shown == null) {
      return false;
    }
    switch (event.getCode()) {
      case RIGHT, UP -> propose(at(shown) + 1.0);
      case LEFT, DOWN -> propose(at(shown) - 1.0);
      case HOME -> propose(0);
      case END -> propose(shown.last());
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  void propose(double wanted) {
    var shown = picture.get();
    if (shown != null) {
      onLayer.accept((int) Math.clamp(wanted, 0, shown.last()));
    }
  }
}
