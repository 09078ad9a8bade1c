"""The page for authors is checked by Python, which takes its time on a machine that does much else."""

from playwright.sync_api import expect

expect.set_options(timeout=30_000)
