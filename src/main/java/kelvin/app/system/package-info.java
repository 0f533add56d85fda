/// What the program asks of the operating system, where Java has no word for it.
package kelvin.app.system;
