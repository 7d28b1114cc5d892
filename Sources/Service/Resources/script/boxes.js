  // Boxes opened by badges and menus

  const boxes = "details.badge, details.cite, details.menu";

  document.addEventListener("click", (event) => {
    for (const box of open(boxes)) if (!box.contains(event.target)) box.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const box of open(boxes)) {
        if (box.contains(document.activeElement)) box.querySelector("summary").focus();
        box.open = false;
      }
    } else if (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      find("q").focus();
      find("q").select();
    } else if (event.key.startsWith("Arrow") && event.target.closest?.("#map td > :is(a, button)")) {
      walk(event);
    }
  });

  // Moves from one number of the map to the next in a direction.
  function walk(event) {
    const [down, right] =
      { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
    const rows = [...find("map").rows].slice(1);
    let row = rows.indexOf(event.target.closest("tr"));
    let column = event.target.closest("td").cellIndex;
    for (;;) {
      row += down;
      column += right;
      const cell = rows[row]?.cells[column];
      if (!cell || column < 1) return;
      const link = cell.querySelector("a, button");
      if (!link) continue;
      event.preventDefault();
      link.focus();
      return;
    }
  }
