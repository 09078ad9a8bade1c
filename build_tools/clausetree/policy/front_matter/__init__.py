"""What stands between the two fences of `---` at the top of a policy's file: read where one is lost, too."""
