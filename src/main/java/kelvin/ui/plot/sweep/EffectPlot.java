package kelvin.ui.plot.sweep;

import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.sweep.EffectPicture.Effect;

/// Leave-one-out: a bar for each example, to the right where it helps the right answer and to the
/// left where it harms it.
public final class EffectPlot extends PointPlot {

  private static final double HEADER = 26;
  private static final double ROW = 26;
  private static final double BAR = 13;
  private static final double NUMBER = 24;
  private static final double VALUE = 56;

  private EffectPicture picture = new EffectPicture(InformationUnit.BITS, List.of());

  public EffectPlot() {
    super("effect-plot");
    setMinSize(280, 150);
    setPrefSize(640, 260);
    pointsChanged();
  }

  public void show(EffectPicture shown) {
    picture = shown;
    double height = HEADER + shown.effects().size() * ROW + 6;
    setMinHeight(height);
    setPrefHeight(height);
    pointsChanged();
  }

  @Override
  protected int count() {
    return picture.effects().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    int row = (int) Math.floor((y - HEADER) / ROW);
    return row >= 0 && row < count() ? row : -1;
  }

  @Override
  protected String wordsOf(int point) {
    var effect = picture.effects().get(point);
    return "Example %d, %s → %s: %s the right answer, %s p %s %s with it (p × %s)"
        .formatted(
            effect.number(),
            effect.input(),
            effect.output(),
            effect.change() >= 0 ? "helps" : "harms",
            picture.unit().logarithm(),
            signed(effect.change()),
            picture.unit().label(),
            Numbers.threeDigits(Math.exp(effect.change())));
  }

  @Override
  protected String summary() {
    if (count() == 0) {
      return "no effects";
    }
    var words = new StringBuilder(picture.title());
    for (int i = 0; i < count(); i++) {
      var effect = picture.effects().get(i);
      words.append("; example ").append(effect.number()).append(": ");
      words.append(signed(effect.change()));
    }
    return words.toString();
  }

  private String signed(double nats) {
    double change = picture.unit().of(nats);
    var size = Numbers.twoDecimals(Math.abs(change));
    return size.equals("0.00") ? size : (change < 0 ? "−" : "+") + size;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      return;
    }
    double input = NUMBER + Math.clamp(width * 0.3, 70, 260);
    double output = input + Math.clamp(width * 0.14, 48, 130);
    double right = width - VALUE;
    double middle = crisp(output + 12 + (right - output - 18) / 2);
    pen.setFont(SMALL_WORDS);
    pen.setFill(paint(Ink.FAINT));
    pen.fillText("example", 0, 12);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(picture.title(), width, 12);
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < count(); i++) {
      double top = HEADER + i * ROW;
      if (i == pointed()) {
        pen.setFill(paint(Ink.SELECTION));
        pen.fillRoundRect(0, top, width, ROW, 6);
      }
      paintWords(pen, picture.effects().get(i), top + ROW / 2 + 4, input, output);
      paintBar(pen, picture.effects().get(i).change(), middle, (right - output - 24) / 2, top);
      pen.setFont(NUMBERS);
      pen.setFill(paint(Ink.TEXT));
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(signed(picture.effects().get(i).change()), width - 4, top + ROW / 2 + 4);
      pen.setTextAlign(TextAlignment.LEFT);
    }
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(middle, HEADER, middle, HEADER + count() * ROW);
  }

  private void paintWords(Pen pen, Effect effect, double baseline, double input, double output) {
    pen.setFont(SMALL_NUMBERS);
    pen.setFill(paint(Ink.FAINT));
    pen.fillText(Integer.toString(effect.number()), 4, baseline);
    pen.setFont(NUMBERS);
    TokenLabel.of(effect.input(), NUMBERS, input - NUMBER - 10)
        .paint(pen, NUMBER, baseline, paint(Ink.TEXT), paint(Ink.FAINT));
    TokenLabel.of(effect.output(), NUMBERS, output - input - 6)
        .paint(pen, input, baseline, paint(Ink.SOFT), paint(Ink.FAINT));
  }

  private void paintBar(Pen pen, double change, double middle, double room, double top) {
    double full = picture.full();
    double share = Math.clamp(change / full, -1, 1);
    double length = Math.abs(share) * room;
    if (length < 0.5) {
      return;
    }
    pen.setFill(paint(share >= 0 ? Ink.BAR : Ink.LOSS));
    pen.fillRoundRect(share >= 0 ? middle : middle - length, top + (ROW - BAR) / 2, length, BAR, 3);
  }
}
