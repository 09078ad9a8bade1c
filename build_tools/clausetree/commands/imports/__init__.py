"""What reads documents and drawings of other programs."""
