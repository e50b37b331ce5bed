// The texts of articles, taken from their pages: which of them hold a phrase, and the lines that hold most of a query.
(() => {
  "use strict";
  const WIDTH = 190; // letters of an excerpt
  const BEFORE = 45; // of them, before the first word that was found
  const AT_ONCE = 10; // articles

  const texts = new Map();
  const text = (address) => {
    if (!texts.has(address)) {
      texts.set(address, fetch(dateline.root + address).then((answer) => (answer.ok ? answer.text() : "")).then((html) => {
        const body = new DOMParser().parseFromString(html, "text/html").querySelector("article .text");
        return body ? [...body.children].map((part) => part.textContent).join("\n") : "";
      }).catch(() => ""));
    }
    return texts.get(address);
  };

  // Those of the first `limit` articles whose title or text has every phrase.
  const includes = (words, phrase) => words.some((_, i) => phrase.every((word, j) => words[i + j] === word));
  const holding = async ({ order, phrases }, limit) => {
    const good = [];
    for (let i = 0; i < Math.min(limit, order.length); i += AT_ONCE) {
      const some = order.slice(i, Math.min(i + AT_ONCE, limit));
      const holds = await Promise.all((await dateline.rows(some)).map(async ({ title, address }) => {
        const parts = [title, await text(address)].map((part) => dateline.terms(part));
        return phrases.every((phrase) => parts.some((words) => includes(words, phrase)));
      }));
      good.push(...some.filter((_, at) => holds[at]));
    }
    return good;
  };

  // The two lines of an article in which most different words of the query stand; null: none does.
  const excerpt = async (address, test) => {
    const whole = await text(address);
    const places = dateline.places(whole, test);
    if (!places.length) return null;
    let best = { different: 0, first: places[0][0] };
    places.forEach(([first], i) => {
      const near = places.slice(i).filter((place) => place[1] - first < WIDTH - 50);
      const { size } = new Set(near.map((place) => dateline.fold(whole.slice(...place))));
      if (size > best.different) best = { different: size, first };
    });
    let from = Math.max(0, best.first - BEFORE);
    if (from) from = whole.indexOf(" ", from) + 1;
    let to = Math.min(whole.length, from + WIDTH);
    if (to < whole.length) to = whole.lastIndexOf(" ", to);
    const words = whole.slice(from, Math.max(to, best.first + 20)).replace(/\s+/g, " ");
    return `${from ? "… " : ""}${words}${to < whole.length ? " …" : ""}`;
  };

  Object.assign(dateline, { excerpt, holding });
})();
