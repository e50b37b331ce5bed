// The page for lost readers: an address that looks like a date leads to the nearest month that has articles.
(() => {
  "use strict";
  const box = document.querySelector("[data-months]");
  const [, year, month = "01"] = /\/(\d{4})(?:\/(\d\d))?(?:\/|$)/.exec(location.pathname) || [];
  if (!box || !year) return;
  const place = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const wanted = place(`${year}-${month}`);
  const far = (one) => Math.abs(place(one) - wanted);
  const nearest = box.dataset.months.split(" ").reduce((best, one) => (far(one) < far(best) ? one : best));
  const link = box.querySelector("a");
  link.href += `${nearest.replace("-", "/")}/`;
  const { lang } = document.documentElement;
  const shape = { year: "numeric", month: "long", timeZone: "UTC" };
  link.textContent = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, shape).format(new Date(`${nearest}-01`));
  box.hidden = false;
})();
