"""What two people changed of one folder, put together by clause, node and line; the uncertain is asked."""
