/// The tools of the page Paths that run the model: expansion, replay, samples, the probability of a
/// text, and two paths side by side.
package kelvin.ui.path.tool;
