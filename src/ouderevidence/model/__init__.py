"""What things are: records, the words for their codes, findings and errors. Uses no other room."""
