"""How a web server is to send the site, written down for each kind of server."""
