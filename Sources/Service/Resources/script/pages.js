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
