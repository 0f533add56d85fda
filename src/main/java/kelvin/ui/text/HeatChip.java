package kelvin.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.PaintConverter;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A word on a background of the heat scale, which the stylesheet names `-kelvin-heat`.
public final class HeatChip extends Label {

  private static final CssMetaData<HeatChip, Paint> SCALE =
      scale("-kelvin-heat", chip -> chip.scale);
  private static final CssMetaData<HeatChip, Paint> BELOW =
      scale("-kelvin-cool", chip -> chip.below);
  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = metaData();
  private static final CornerRadii CORNERS = new CornerRadii(5);

  private final StyleableObjectProperty<Paint> scale =
      new SimpleStyleableObjectProperty<>(SCALE, this, "scale", Color.GRAY);
  private final StyleableObjectProperty<Paint> below =
      new SimpleStyleableObjectProperty<>(BELOW, this, "below", Color.GRAY);
  private final DoubleProperty shade = new SimpleDoubleProperty(this, "shade", Double.NaN);

  public HeatChip() {
    getStyleClass().add("heat-chip");
    scale.addListener(_ -> fill());
    below.addListener(_ -> fill());
    shade.addListener(_ -> fill());
  }

  private void fill() {
    var colour = HeatScale.at(scale.get(), below.get(), shade.get());
    setBackground(new Background(new BackgroundFill(colour, CORNERS, null)));
  }

  /// The shade, 0..1, below 0 on the other side of a scale with a sign; NaN for none.
  public DoubleProperty shadeProperty() {
    return shade;
  }

  private static CssMetaData<HeatChip, Paint> scale(
      String name, Function<HeatChip, StyleableProperty<Paint>> property) {
    return new CssMetaData<>(name, PaintConverter.getInstance(), Color.GRAY) {
      @Override
      public boolean isSettable(HeatChip chip) {
        return true;
      }

      @Override
      public StyleableProperty<Paint> getStyleableProperty(HeatChip chip) {
        return property.apply(chip);
      }
    };
  }

  private static List<CssMetaData<? extends Styleable, ?>> metaData() {
    var all = new ArrayList<>(Label.getClassCssMetaData());
    all.add(SCALE);
    all.add(BELOW);
    return List.copyOf(all);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
    return META_DATA;
  }
}
