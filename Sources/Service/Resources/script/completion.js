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
