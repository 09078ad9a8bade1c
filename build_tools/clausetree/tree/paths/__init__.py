"""Every way through a tree, without following each: by what its conditions still ask for."""
