"""Real web servers, which serve a folder by the instructions that the build wrote into it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Debian puts servers where only root's PATH looks.
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
_MODULES = Path("/usr/lib/nginx/modules")
_APACHE_MODULES = Path("/usr/lib/apache2/modules")
BROTLI = _MODULES / "ngx_http_brotli_static_module.so"

NGINX = """\
{load}
{user}
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {included};
    }}
}}
"""
APACHE = """\
ServerRoot {work}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/apache.pid
ErrorLog {work}/error.log
{modules}
# The types are all said by the site itself.
TypesConfig /dev/null
AddLanguage br .br
DocumentRoot {root}
<Directory {root}>
    AllowOverride All
    Require all granted
</Directory>
"""
_APACHE_NEEDS = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite")


class ServerFailedError(Exception):
    """A server is not there, or does not run."""


@contextmanager
def nginx(site: Path, base: str, work: Path) -> Iterator[str]:
    """Serve `site` at the path `base` by nginx, and give the address, which ends in a slash."""
    program = shutil.which("nginx", path=_PATH)
    if program is None:
        raise ServerFailedError("No nginx was found: run `make nginx`.")
    included = site / "nginx.conf"
    if BROTLI.exists():
        # As docs/hosting/nginx.md tells its readers to do.
        included = work / "included.conf"
        written = (site / "nginx.conf").read_text(encoding="utf-8")
        included.write_text(written.replace("# brotli_static on;", "brotli_static on;"), encoding="utf-8")
    port = _free_port()
    text = NGINX.format(
        work=work,
        port=port,
        root=_root(site, base, work),
        included=included,
        load=f"load_module {BROTLI};" if BROTLI.exists() else "",
        user="user root;" if os.geteuid() == 0 else "",
    )
    (work / "server.conf").write_text(text, encoding="utf-8")
    with _running([program, "-p", str(work), "-c", str(work / "server.conf")], port, work):
        yield f"http://127.0.0.1:{port}{base}"


@contextmanager
def apache(site: Path, base: str, work: Path) -> Iterator[str]:
    """Serve `site` at the path `base` by Apache, and give the address, which ends in a slash."""
    program = shutil.which("apache2", path=_PATH)
    if program is None:
        raise ServerFailedError("No Apache was found: run `make apache`.")
    port = _free_port()
    modules = "\n".join(f"LoadModule {name}_module {_APACHE_MODULES}/mod_{name}.so" for name in _APACHE_NEEDS)
    root = _root(site, base, work)
    (work / "server.conf").write_text(
        APACHE.format(work=work, port=port, root=root, modules=modules), encoding="utf-8"
    )
    with _running([program, "-D", "FOREGROUND", "-f", str(work / "server.conf")], port, work):
        yield f"http://127.0.0.1:{port}{base}"


def _root(site: Path, base: str, work: Path) -> Path:
    """Return a folder in which `site` stands at `base`."""
    if base == "/":
        return site
    place = work / "www" / base.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    return work / "www"


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str], port: int, work: Path) -> Iterator[None]:
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait_for(server, port, work)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(server: subprocess.Popen[str], port: int, work: Path) -> None:
    for _ in range(200):
        if server.poll() is not None:
            log = work / "error.log"
            said = (server.stdout.read() if server.stdout else "") + (log.read_text() if log.exists() else "")
            raise ServerFailedError(f"It did not start:\n{said}")
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ServerFailedError("It did not answer.")
