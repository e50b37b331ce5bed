"""What plain text shows beyond its body: headline, date of publication, who wrote it, where it was copied from."""
