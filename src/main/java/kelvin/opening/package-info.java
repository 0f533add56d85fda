/// Opens a model folder with the adapters, an unknown one in a process of its own first.
package kelvin.opening;
