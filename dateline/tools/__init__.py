"""What knows nothing of articles: files, folders, YAML, processes' locks, progress, web addresses, git."""
