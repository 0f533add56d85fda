"""What a model can do on texts and items that training did not see."""
