"""How a page for review looks: on light screens and dark ones, and on A4."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

_STYLE = """\
:root { color-scheme: light dark;
  --paper: light-dark(#fff, #10191c); --wash: light-dark(#f1f5f5, #19262a);
  --ink: light-dark(#14252b, #e9f0f0);
  --line: light-dark(#5c6d73, #8fa3a8); --accent: light-dark(#00606b, #83d6da);
  --error: light-dark(#b01c1c, #ff9d94); --good: light-dark(#1a6437, #8fd6a4); }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2rem) 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.55 "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto,
  "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.75em 0 0.5em; }
h1 { margin-top: 0.5em; }
h2 { border-top: 2px solid var(--line); padding-top: 0.75rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, input:focus-visible, textarea:focus-visible {
  outline: 3px solid #ffc83d; box-shadow: 0 0 0 5px #14252b; }
del { color: var(--error); }
ins { color: var(--good); font-weight: 700; }
blockquote {
  margin: 0.5rem 0; padding: 0.25rem 1rem; border-left: 5px solid var(--line); background: var(--wash); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.4rem 0.5rem; border: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0.75rem; }
.sides > div { padding: 0.25rem 0.75rem; background: var(--wash); }
.sides h4 { margin: 0.5rem 0; font-size: 1rem; }
.walk { padding: 0.25rem 1rem 1rem; border: 2px solid var(--line); }
.ct-node { padding-block: 0.5rem; }
.ct-node + .ct-node { border-top: 1px solid var(--line); }
.ct-kind { margin: 0; font-weight: 600; }
.ct-heading { margin-top: 0.25em; }
.ct-go { display: inline-block; min-height: 1.75rem; }
.fails { color: var(--error); font-weight: 600; }
.sign { padding: 0.5rem 1rem 1rem; border: 2px solid var(--line); margin-block: 1rem; break-inside: avoid; }
.sign label { display: block; margin-top: 0.5rem; font-weight: 600; }
.sign .choice { display: inline-block; margin-right: 1.5rem; font-weight: 400; }
.sign input:not([type="radio"]), .sign textarea {
  display: block; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.5rem;
  border: 2px solid var(--ink); background: var(--paper); color: var(--ink); font: inherit; }
.sign input[type="radio"] {
  width: 1.25rem; height: 1.25rem; vertical-align: middle; accent-color: var(--accent); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media screen {
  .walk:has(.ct-node:target) .ct-node:not(:target) { display: none; }
  .ct-node:target { border-top: 0; }
}
@media print {
  @page { size: A4; margin: 18mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; }
  section.change, .ct-node, tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .no-print { display: none; }
  .walk { border: 0; padding: 0; }
}
"""


def style_for(begins: Iterable[str]) -> str:
    """Return the style sheet of a page whose walks begin at the sections with these ids."""
    # Before anything was chosen, a walk shows where it begins; once its own heading is chosen, all of it.
    first = "".join(
        f'@media screen {{ .walk:not(:target):not(:has(:target)):has([id="{begin}"]) '
        f'.ct-node:not([id="{begin}"]) {{ display: none; }} }}\n'
        for begin in begins
    )
    return _STYLE + first


def policy_for(style: str) -> str:
    """Return the security policy of a page with this style sheet in it: it may fetch nothing."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
