  // Steps from one match in the text of a document to the next. The first step leads to the match
  // beside the passage that was found.

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-step]");
    if (!link) return;
    event.preventDefault();
    const matches = [...document.querySelectorAll(".text mark[id]")];
    if (!matches.length) return;
    const shown = matches.findIndex((match) => match.classList.contains("current"));
    const first = matches.findIndex((match) => "#" + match.id === link.getAttribute("href"));
    const place = (shown < 0 ? Math.max(0, first) : shown + Number(link.dataset.step) + matches.length) % matches.length;
    matches[shown]?.classList.remove("current");
    matches[place].classList.add("current");
    matches[place].scrollIntoView({ block: "center" });
    say(`Match ${place + 1} of ${matches.length}`);
  });
