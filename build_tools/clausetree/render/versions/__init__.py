"""What other systems and readers are told of a policy's versions, anchors and changes."""
