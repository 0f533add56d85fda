package kelvin.ui.compare;

import javafx.beans.value.ObservableValue;
import kelvin.distribution.SamplerChain;
import kelvin.inference.StartToken;
import kelvin.ui.plot.DistributionPicture;
import org.jspecify.annotations.Nullable;

/// The playground as the comparison sees it: the left side and the settings of both sides.
///
/// @param picture the visible distribution; null for none
public record PlaygroundSide(
    ObservableValue<@Nullable DistributionPicture> picture,
    ObservableValue<String> heading,
    ObservableValue<String> prompt,
    ObservableValue<SamplerChain> chain,
    ObservableValue<StartToken> startToken) {}
