"""The text about a name -> the names of the features by which it speaks for or against a person."""
