  // What is kept in the browser: ticked hits and past searches. Without storage, they are kept until
  // another page is loaded.

  const unstored = {};
  const kept = {
    read(name, where) {
      try { return JSON.parse(window[where].getItem("peerlit." + name)) ?? []; } catch { return unstored[name] ?? []; }
    },
    write(name, where, value) {
      try { window[where].setItem("peerlit." + name, JSON.stringify(value)); } catch { unstored[name] = value; }
    },
  };

  // Ticked hits last as long as the tab is open; the form sends those of other pages as well.

  const ticked = () => kept.read("ticked", "sessionStorage");
  const boxesOf = () => [...document.querySelectorAll("input[form=selection]")];

  function showTicked() {
    const form = find("selection");
    if (!form) return;
    const ids = ticked();
    for (const box of boxesOf()) box.checked = ids.includes(box.value);
    find("selected").textContent =
      ids.length === 1 ? "1 document selected" : ids.length + " documents selected";
    form.querySelector("[type=submit]").disabled = ids.length === 0;
    find("clear-selection").hidden = ids.length === 0;
  }

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (box.getAttribute("form") !== "selection") return;
    const others = ticked().filter((id) => id !== box.value);
    kept.write("ticked", "sessionStorage", box.checked ? [...others, box.value] : others);
    showTicked();
    say(find("selected").textContent);
  });

  document.addEventListener("click", (event) => {
    if (event.target.id === "clear-selection") {
      kept.write("ticked", "sessionStorage", []);
      showTicked();
      say(find("selected").textContent);
    } else if (event.target.id === "forget") {
      kept.write("searches", "localStorage", []);
      showPast();
      find("q").focus();
    }
  });

  document.addEventListener("submit", (event) => {
    if (!isForm(event.target, "selection")) return;
    event.preventDefault();
    const address = new URLSearchParams(ticked().map((id) => ["id", id]));
    for (const name of ["selected", "to", "spreadsheet_safe"]) address.append(name, event.target.elements[name].value);
    location.assign("/export?" + address);
  });

  // Past searches, the last first, each once. A search is known by its address, so it is kept once the
  // address bar has it.

  const mostPast = 30;

  function remember() {
    const total = find("total");
    if (!document.body.matches(".results") || !total || document.querySelector(".mistakes")) return;
    const address = new URL(location.href);
    for (const name of ["offset", "sort", "unit"]) address.searchParams.delete(name);
    const chips = [...document.querySelectorAll(".chips .chip")].map((chip) => chip.dataset.short);
    const query = (address.searchParams.get("q") ?? "").replace(/\s+/g, " ");
    const entry = {
      href: address.pathname + address.search,
      text: [query.length > 120 ? query.slice(0, 120) + "…" : query, ...chips].filter(Boolean).join(" · "),
      total: total.textContent.replace(/\s+/g, " ").trim(),
    };
    const others = kept.read("searches", "localStorage").filter((past) => past.href !== entry.href);
    kept.write("searches", "localStorage", [entry, ...others].slice(0, mostPast));
  }

  function showPast() {
    const section = find("past");
    if (!section) return;
    const past = kept.read("searches", "localStorage").filter((one) => String(one?.href).startsWith("/?"));
    section.hidden = past.length === 0;
    find("past-searches").replaceChildren(...past.map((one) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.href;
      link.textContent = one.text;
      const total = document.createElement("span");
      total.className = "count";
      total.textContent = one.total;
      item.append(link, " ", total);
      return item;
    }));
  }
