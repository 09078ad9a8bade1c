"""What no page may have, whatever it shows."""

# Another number of main headings than one, and ids that stand twice.
FAULTS = """
() => {
  const headings = [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length;
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) < place);
  return [...(headings === 1 ? [] : [`${headings} main headings`]), ...twice.map((id) => `${id} twice`)];
}
"""
