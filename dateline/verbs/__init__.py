"""What a person asks for on the command line, a module or a room for each verb; `build` is pipeline itself."""
