/// The fields of forms about data with right labels.
package kelvin.ui.evaluation.field;
