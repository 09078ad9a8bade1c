"""How a web server is to send the site: what it says about each file, written down for each kind of server.

`headers` and `media_types` say what is sent. `nginx`, `apache`, `iis` and `static_host` write the same down in
the words of each server; these six are pure. `compress` and `preview` touch the world.
"""
