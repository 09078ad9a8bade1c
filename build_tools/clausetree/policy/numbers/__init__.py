"""The grammar of numbers, letters, anchors and citations: nothing else knows how one is written."""
