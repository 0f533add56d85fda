package kelvin.ui.adapt.lab;

import kelvin.experiment.adapt.AdaptSetup;
import kelvin.ui.evaluation.form.FormCopy;
import kelvin.ui.tuning.TypedTraining;

/// The things that lead from the points of a comparison back to their prompts and trainings.
///
/// @param form the data as it was chosen
/// @param training as it was typed
public record AdaptOrigin(AdaptSetup setup, FormCopy form, TypedTraining training) {}
