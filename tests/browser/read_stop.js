// What a reader sees of one stop, in the live widget (`root` is .ct-live) or in a linked section.
(root) => {
  const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const all = (from, selector) => [...(from?.querySelectorAll(selector) ?? [])];
  const node = root.matches(".ct-node") ? root : root.querySelector(".ct-node");
  const duties = all(node, ".ct-duty");
  return {
    id: root.dataset.node ?? root.id,
    kind: words(node.querySelector(".ct-kind")),
    heading: words(node.querySelector(".ct-heading")),
    options: all(node, ".ct-option label, .ct-choices li").map(words),
    checked: all(node, "input:checked").length,
    links: all(node, "a.ct-go").map(words),
    groups: all(node, ".ct-who").map(words),
    due: duties.map((duty) => ({
      who: words(duty.closest(".ct-duty-group").querySelector(".ct-who")),
      what: words(duty.querySelector(".ct-what")),
      clauses: all(duty, ".ct-cites a").map((link) => [words(link), link.href]),
    })),
    conditions: duties.map((duty) => words(duty.querySelector(".ct-if"))),
    so_far: all(root, ".ct-aside .ct-what").map(words),
    answers: all(root, ".ct-summary-row").map((row) => all(row, ".ct-asked, .ct-said").map(words)),
    dropped: all(root, ".ct-dropped li").map(words),
    next: all(node, ".ct-next a").map((link) => link.href),
  };
}
