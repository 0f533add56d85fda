/// Opens model folders with the adapters; an unknown model is first tried in a process of its own.
package kelvin.opening;
