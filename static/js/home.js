// The home page: what the archive has of this day in other years, in place of the busiest days, where it has something.
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
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  globalThis.dateline = {
    day: (rows) => {
      const { lang } = document.documentElement;
      const shape = { day: "numeric", month: "long" };
      const day = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, shape).format(leap);
      box.querySelector("h2").textContent = `${box.dataset.title}: ${day}`;
      box.querySelector("ul").replaceChildren(...rows.map(([year, title, address]) => {
        const row = element("li");
        const link = element("a", title);
        link.href = home + address + ending;
        row.append(element("b", year), " ", link);
        return row;
      }));
    },
  };
  // Fetched when the reader comes near, so that it costs nobody else anything and moves nothing on the screen.
  new IntersectionObserver(([seen], observer) => {
    if (!seen.isIntersecting) return;
    observer.disconnect();
    const name = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("");
    document.head.append(Object.assign(document.createElement("script"), { src: `${home}on-this-day/${name}.js` }));
  }, { rootMargin: "400px" }).observe(box);
})();
