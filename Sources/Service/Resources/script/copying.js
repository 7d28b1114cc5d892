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
