"""What the candidates of one article say of each other, until each person is one Figure."""
