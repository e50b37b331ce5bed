// An index: a field that leaves only the names in which the typed letters stand.
(() => {
  "use strict";
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
})();
