/// Begins work from tasks and imports tables of examples.
package kelvin.ui.task;
