"""Data that Dateline ships, each file or folder with its source and licence beside it."""
