"""What somebody changed, in one zip: for whoever publishes, who takes it into the repository."""
