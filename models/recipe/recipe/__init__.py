"""The recipe of Kelvin's bundled model: corpus, tokenizer, training, evaluation, export and checks."""
