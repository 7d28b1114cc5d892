  // What each page needs once it is there

  const wide = matchMedia("(min-width: 62rem)");
  wide.addEventListener("change", () => { if (find("filters")) find("filters").open = wide.matches; });

  function prepare() {
    // Beside the hits there is room for the filters; above them, they are opened when wanted.
    if (wide.matches && find("filters")) find("filters").open = true;
    for (const link of document.querySelectorAll("a[data-copy-link]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.dataset.copy = link.href;
      button.textContent = "Copy link";
      button.title = "Copy the link to this passage";
      link.replaceWith(button);
    }
    showTicked();
    showPast();
  }
  remember();
  prepare();
})();
