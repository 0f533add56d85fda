/// The commands of the window: what each is called, which keys run it, when it can run.
package kelvin.ui.control.command;
