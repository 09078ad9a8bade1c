"""The settings of a Firefox that asks nobody anything."""

from __future__ import annotations

import json
from pathlib import Path

# Nothing is asked of anywhere else: no news, no settings, no lists of what is known to be bad.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.startup.page": 0,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "ui.prefersReducedMotion": 1,  # nobody waits for what moves
    "places.history.enabled": False,  # no link is told apart as one that was followed
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.enabled": False,
}


def write_profile(folder: Path) -> None:
    """Write the settings into the folder of a profile."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
