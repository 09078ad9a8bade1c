"""How wide a page becomes for a reader who sets lines, letters and words further apart."""

# What WCAG 1.4.12 says that a reader may set, set as an extension of her browser does it: by no rule of ours.
SPACED = """
(spaced) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(spaced ? `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }` : "");
  document.adoptedStyleSheets = [sheet];
  return document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
}
"""
