// What every page gains with scripts: a choice of theme, links that work from a disk, a key for the search.
(() => {
  "use strict";
  const root = document.documentElement;

  // Theme: auto, light, dark, remembered on this device.
  const slot = document.querySelector("[data-theme-slot]");
  if (slot) {
    const states = ["", "light", "dark"];
    let at = states.indexOf(root.dataset.theme || "");
    const button = document.createElement("button");
    const show = () => {
      button.textContent = `${slot.dataset.label}: ${slot.dataset.names.split(" ")[at]}`;
    };
    button.type = "button";
    button.onclick = () => {
      at = (at + 1) % 3;
      root.dataset.theme = states[at];
      try {
        localStorage.theme = states[at];
      } catch { /* a browser that keeps nothing: the choice lasts for this page */ }
      show();
    };
    show();
    slot.append(button);
  }

  // From a disk, a link to a folder would open a listing of its files.
  if (location.protocol === "file:") {
    for (const element of document.querySelectorAll("a[href], form[action]")) {
      const name = element.localName === "a" ? "href" : "action";
      const [, path, rest] = /^([^?#]*)(.*)$/.exec(element.getAttribute(name));
      if (path.endsWith("/") && !/^[a-z][a-z0-9+.-]*:/i.test(path)) element.setAttribute(name, `${path}index.html${rest}`);
    }
  }

  // "/" goes to the search, unless a field has the keys.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const field = document.querySelector("input#q");
    const link = document.querySelector(".tools a");
    event.preventDefault();
    if (field) field.focus();
    else if (link) location = `${link.href}#q`;
  });
})();
