"""From the checkpoint to the folders that Kelvin and Transformers open, and the checks of the way there."""
