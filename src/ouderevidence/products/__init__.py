"""What a person takes away, one folder each; a product uses the rooms below and never another product."""
