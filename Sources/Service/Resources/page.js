// Makes peerlit's pages faster. Everything works without it: each link and form leads to a new page;
// with it, the new page is fetched and its content replaces the old one.
"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  // The property `id` of a form that has fields named "id" is those fields.
  const isForm = (form, id) => form.getAttribute("id") === id;
  const say = (text) => { find("announcer").textContent = text; };
  root.classList.add("scripted");

  // Replacing pages

  let asking = null;
  let shown = location.pathname + location.search;

  const open = (selector) => [...document.querySelectorAll(selector)].filter((item) => item.open);

  // The element of the new page that corresponds to one of the old page.
  function counterpart(element) {
    if (!element || element === document.body) return () => null;
    if (element.id) return () => find(element.id);
    const group = element.closest("[aria-label]")?.getAttribute("aria-label");
    const text = element.textContent;
    return () => [...document.querySelectorAll("main a, main button")].find((link) =>
      link.textContent === text && link.closest("[aria-label]")?.getAttribute("aria-label") === group);
  }

  function put(page) {
    const kept = open("main details[data-keep]").map((item) => item.id);
    find("content").replaceWith(document.adoptNode(page.getElementById("content")));
    find("hidden-fields").replaceWith(document.adoptNode(page.getElementById("hidden-fields")));
    find("search").setAttribute("action", page.getElementById("search").getAttribute("action"));
    document.title = page.title;
    document.body.className = page.body.className;
    for (const id of kept) if (find(id)) find(id).open = true;
    prepare();
  }

  // Shows the page of an address. `how`: "push" for a new page, "replay" for one from the history.
  async function show(address, how, from) {
    asking?.abort();
    const mine = asking = new AbortController();
    root.classList.add("waiting");
    const again = counterpart(from);
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.getElementById("content")) throw new Error("no page");
      if (asking !== mine) return;
      const isTyping = document.activeElement === box && how === "push" && from !== box.form;
      put(page);
      // A page with status 414 does not contain the query.
      if (!isTyping && answer.status !== 414) takeBox(page.getElementById("q"));
      if (how === "push" && answer.url !== location.href) history.pushState(null, "", answer.url);
      shown = location.pathname + location.search;
      remember();
      const mistakes = find("mistakes");
      if (how === "push") {
        const target = from === box.form ? box : mistakes ?? again();
        if (target === mistakes) {
          // It may be far above the field.
          mistakes.focus();
        } else if (from?.dataset?.swap === "top") {
          scrollTo({ top: 0, behavior: "instant" });
          find("content").focus({ preventScroll: true });
        } else {
          (target ?? find("content")).focus({ preventScroll: true });
        }
      }
      say((mistakes ?? find("total"))?.textContent.replace(/\s+/g, " ").trim() ?? document.title);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    } finally {
      if (asking === mine) {
        asking = null;
        root.classList.remove("waiting");
      }
    }
  }

  // The fields of a form that are not empty, and the button that sends it, if it has a value.
  const filled = (form, button) =>
    [...new FormData(form, button ?? null)].filter(([, value]) => value.trim() !== "");

  // The limits of the server: bytes of an address that it reads, and of one with room for filters;
  // characters and line breaks of a query in an address.
  const most = { address: 16384, link: 14336, query: 12000, breaks: 400 };

  // The address of the form. One that is far too long is cut: the server refuses the rest as well, with
  // a page, but can't read an address of any length.
  function asked(form, button) {
    const query = new URLSearchParams(filled(form, button)).toString();
    return (form.getAttribute("action") + (query ? "?" + query : "")).slice(0, most.address + 100);
  }

  // Whether a search is too long for an address. A form sends a line break as CR and LF: three characters
  // more than a link.
  function isLong(form) {
    const query = form.elements.q.value;
    const breaks = query.split("\n").length - 1;
    return asked(form).length + 3 * breaks > most.link || query.length > most.query || breaks > most.breaks;
  }

  // Sends a long search to the page for strategies, which takes no filters; false if it has filters,
  // or is one for the map.
  function sendLong(form) {
    const fields = filled(form);
    if (form.getAttribute("action") !== "/" || fields.some(([name]) => !["q", "syntax"].includes(name))) return false;
    const long = document.createElement("form");
    long.method = "post";
    long.action = "/search-strategy";
    for (const [name, value] of fields) {
      const field = document.createElement("textarea");
      field.name = name === "q" ? "strategy" : name;
      field.value = value;
      long.append(field);
    }
    long.hidden = true;
    document.body.append(long);
    long.submit();
    return true;
  }

  addEventListener("popstate", () => {
    // The browser handles jumps within a page.
    if (location.pathname + location.search !== shown) show(location.href, "replay");
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!isForm(form, "search")) return;
    const isTooLong = isLong(form);
    if (!isTooLong && !document.body.matches(".start, .results, .mapping, .failure")) return;
    event.preventDefault();
    close();
    if (isTooLong && sendLong(form)) return;
    // Enter in a field beside the results also names the button of the box.
    const field = document.activeElement;
    const isBeside = field.closest(".panel") && field.form === form;
    const button = event.submitter;
    show(asked(form, button), "push", button?.closest("main") ? button : isBeside ? field : form);
  });

  // Buttons instead of links, because the query is long.
  document.addEventListener("submit", (event) => {
    const [form, button] = [event.target, event.submitter];
    if (!isForm(form, "again") || !button?.matches("[data-swap]")) return;
    event.preventDefault();
    const query = new URLSearchParams({ q: form.elements.q.value }).toString();
    show(form.getAttribute("action") + "?" + query + (button.value ? "&" + button.value : ""), "push", button);
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.closest(".panel") && field.form?.reportValidity()) show(asked(field.form), "push", field);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.href, "push", link);
  });

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

  // Copying

  async function copy(button, text, message) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without the right to use the clipboard, or at an address that is not secure.
      const field = document.createElement("textarea");
      field.value = text;
      button.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const label = button.textContent;
    if (label !== message) {
      button.textContent = message;
      setTimeout(() => { button.textContent = label; }, 2000);
    }
    say(message);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button, button.dataset.copy, "Copied");
  });

  // Paper says what was searched: the heading and the filters are on the page.
  addEventListener("beforeprint", () => {
    const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    find("printed").textContent = `Printed on ${today} from ${location.href}`;
  });

  // Completion: a combobox with a list (WAI-ARIA Authoring Practices, "Editable Combobox With List
  // Autocomplete").

  // A page without a search box, such as the one for logging in, needs nothing of what follows.
  let box = find("q");
  if (!box) return;
  const list = find("completions");
  let typed = "";
  let timer = 0;
  let completing = null;

  // Only a field of one line completes words.
  const hasLines = () => box.tagName === "TEXTAREA";

  function equip() {
    if (hasLines()) return;
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", "completions");
    box.setAttribute("aria-expanded", "false");
  }

  function replaceBox(field) {
    close();
    box.replaceWith(field);
    box = field;
    equip();
  }

  // Shows the text of the box of another page.
  function takeBox(field) {
    if (field.tagName !== box.tagName) return replaceBox(document.adoptNode(field));
    box.value = field.value;
    if (hasLines()) box.rows = field.rows;
  }

  // The line that was shown is one of the text before it was changed.
  const dropLine = () => find("hidden-fields")?.querySelector("[name=line]")?.remove();

  // A strategy has several lines, so the box becomes a text area when lines are pasted, or at
  // Shift-Enter.
  function insertLines(text) {
    dropLine();
    const { value, selectionStart: start, selectionEnd: end } = box;
    const area = document.createElement("textarea");
    for (const name of ["id", "name", "placeholder", "autocomplete", "autocapitalize", "spellcheck", "enterkeyhint"]) {
      area.setAttribute(name, box.getAttribute(name));
    }
    area.value = value.slice(0, start) + text + value.slice(end);
    area.rows = Math.min(6, area.value.split("\n").length);
    replaceBox(area);
    area.focus();
    area.setSelectionRange(start + text.length, start + text.length);
  }

  const options = () => [...list.children];
  const chosen = () => options().findIndex((item) => item.getAttribute("aria-selected") === "true");

  function close() {
    clearTimeout(timer);
    completing?.abort();
    list.hidden = true;
    list.replaceChildren();
    box.removeAttribute("aria-activedescendant");
    if (!hasLines()) box.setAttribute("aria-expanded", "false");
  }

  function choose(place) {
    const items = options();
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === place)));
    const item = items[place];
    if (item) box.setAttribute("aria-activedescendant", item.id);
    else box.removeAttribute("aria-activedescendant");
    box.value = item ? item.dataset.text : typed;
  }

  function offer(answer) {
    const texts = answer.completions.filter((text) => text !== typed).slice(0, 8)
      .map((text) => ({ text, why: "" }));
    if (answer.did_you_mean) texts.push({ text: answer.did_you_mean, why: "Did you mean " });
    if (!texts.length) return close();
    list.replaceChildren(...texts.map(({ text, why }, index) => {
      const item = document.createElement("li");
      item.id = "completion-" + index;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.text = text;
      if (why) {
        const word = document.createElement("span");
        word.className = "why";
        word.textContent = why;
        item.append(word);
      }
      item.append(text);
      return item;
    }));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
    say(texts.length === 1 ? "1 completion" : texts.length + " completions");
  }

  async function complete() {
    completing?.abort();
    const mine = completing = new AbortController();
    typed = box.value;
    if (!typed.trim()) return close();
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(typed), { signal: mine.signal });
      if (answer.ok && completing === mine && document.activeElement === box) offer(await answer.json());
    } catch {
      // The box works without completions.
    }
  }

  equip();
  const form = box.form;
  form.addEventListener("input", (event) => {
    if (event.target !== box) return;
    dropLine();
    if (hasLines()) return;
    clearTimeout(timer);
    timer = setTimeout(complete, 80);
  });

  form.addEventListener("paste", (event) => {
    const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n").trim();
    if (event.target !== box || hasLines() || !text.includes("\n")) return;
    event.preventDefault();
    insertLines(text);
  });

  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.target !== box) return;
    if (event.key === "Enter" && event.shiftKey !== hasLines()) {
      event.preventDefault();
      if (hasLines()) form.requestSubmit();
      else insertLines("\n");
      return;
    }
    if (hasLines()) return;
    const count = options().length;
    const place = chosen();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return complete();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Past either end lies what was typed.
      const next = (place + 1 + step + count + 1) % (count + 1) - 1;
      choose(next);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      box.value = typed;
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });

  form.addEventListener("focusout", () => setTimeout(() => {
    if (document.activeElement !== box) close();
  }, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    box.value = item.dataset.text;
    close();
    box.form.requestSubmit();
  });

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
      button.textContent = "Copy link to this passage";
      link.replaceWith(button);
    }
    showTicked();
    showPast();
  }
  remember();
  prepare();
})();
