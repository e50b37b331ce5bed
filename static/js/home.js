// The home page: what the archive has of this day in other years, where it has something.
(() => {
  "use strict";
  const box = document.querySelector("[data-days]");
  if (!box) return;
  const now = new Date();
  const leap = new Date(2024, now.getMonth(), now.getDate());
  const number = Math.round((Date.UTC(2024, now.getMonth(), now.getDate()) - Date.UTC(2024, 0, 0)) / 864e5);
  const has = box.dataset.days.split(" ").some((run) => {
    const [first, last = first] = run.split("-").map(Number);
    return first <= number && number <= last;
  });
  if (!has) return;
  const home = box.dataset.root.replace(/index\.html$/, "");
  const ending = home !== box.dataset.root || location.protocol === "file:" ? "index.html" : "";
  globalThis.dateline = {
    day: (rows) => {
      const { lang } = document.documentElement;
      const shape = { day: "numeric", month: "long" };
      box.querySelector("h2").append(`: ${new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, shape).format(leap)}`);
      for (const [year, title, address] of rows) {
        const link = document.createElement("a");
        link.href = home + address + ending;
        link.textContent = `${year} · ${title}`;
        const row = document.createElement("li");
        row.append(link);
        box.querySelector("ul").append(row);
      }
      box.hidden = false;
    },
  };
  const script = document.createElement("script");
  script.src = `${home}on-this-day/${[now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("")}.js`;
  document.head.append(script);
})();
