// What a page gains with scripts: a choice of theme, links that work from a disk, a field to filter long lists.
(() => {
  "use strict";
  const root = document.documentElement;

  // Opened from the search with ?hl=words: only then is what marks them fetched.
  const marks = document.currentScript.dataset.marks;
  if (marks && new URLSearchParams(location.search).get("hl")) {
    const script = document.createElement("script");
    script.src = marks;
    document.head.append(script);
  }

  // Theme: auto, light, dark, remembered on this device.
  const slot = document.querySelector("[data-theme-slot]");
  if (slot) {
    const states = ["", "light", "dark"];
    const names = slot.dataset.names.split(" ");
    const button = document.createElement("button");
    button.type = "button";
    const show = () => {
      button.textContent = `${slot.dataset.label}: ${names[states.indexOf(root.dataset.theme || "")]}`;
    };
    button.addEventListener("click", () => {
      const next = states[(states.indexOf(root.dataset.theme || "") + 1) % 3];
      if (next) root.dataset.theme = next;
      else delete root.dataset.theme;
      try {
        if (next) localStorage.setItem("theme", next);
        else localStorage.removeItem("theme");
      } catch { /* a browser that keeps nothing: the choice lasts for this page */ }
      show();
    });
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

  // With somebody listening for touches, a tap counts as a pointer that rests: quotes then show their rule.
  document.addEventListener("touchstart", () => {}, { passive: true });

  // Long lists: a field that leaves only the names in which the typed letters stand.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const block of document.querySelectorAll("[data-filter]")) {
    const rows = [...block.querySelectorAll(".rank > li")];
    const lists = block.querySelectorAll(".rank");
    const keys = rows.map((row) => fold(row.firstElementChild.textContent));
    const label = document.createElement("label");
    label.className = "filter";
    const field = document.createElement("input");
    field.type = "search";
    const count = document.createElement("span");
    count.setAttribute("role", "status");
    field.addEventListener("input", () => {
      const wanted = fold(field.value.trim());
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !keys[i].includes(wanted);
        shown += row.hidden ? 0 : 1;
      });
      if (lists.length > 1) for (const list of lists) list.parentElement.hidden = !list.querySelector("li:not([hidden])");
      count.textContent = wanted ? `${shown} / ${rows.length}` : "";
    });
    label.append(`${block.dataset.filter} `, field, count);
    (lists.length > 1 ? block.firstElementChild : lists[0]).before(label);
  }

  // "/" goes to the search, unless a field has the keys.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const field = document.querySelector("main input[type=search]");
    const link = document.querySelector(".tools a");
    event.preventDefault();
    if (field) field.focus();
    else if (link) link.click();
  });
})();
