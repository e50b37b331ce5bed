// The texts of articles, taken from their pages: which of them hold a phrase, and the lines that hold most of a query.
const WIDTH = 190; // letters of an excerpt
const BEFORE = 45; // of them, before the first word that was found
const AT_ONCE = 10; // articles

const texts = {};
const text = (address) => {
  texts[address] ||= fetch(`../${address}`).then((answer) => (answer.ok ? answer.text() : "")).then((html) => (
    [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("article .text > *")].map((part) => part.textContent).join("\n")
  )).catch(() => "");
  return texts[address];
};

// Those of some articles whose title or text has every phrase.
const includes = (words, phrase) => words.some((_, i) => phrase.every((word, j) => words[i + j] === word));
const holding = async (order, phrases) => {
  const good = [];
  for (let i = 0; i < order.length; i += AT_ONCE) {
    const some = order.slice(i, i + AT_ONCE);
    const holds = await Promise.all((await rows(some)).map(async ([title, address]) => {
      const parts = [title, await text(address)].map(terms);
      return phrases.every((phrase) => parts.some((words) => includes(words, phrase)));
    }));
    good.push(...some.filter((_, at) => holds[at]));
  }
  return good;
};

// The two lines of an article in which most different words of the query stand; nothing where none does.
const excerpt = async (address, test) => {
  const whole = await text(address);
  const found = places(whole, test);
  const different = found.map(([first]) => new Set(
    found.filter(([start, end]) => start >= first && end - first < WIDTH - 50).map((at) => fold(whole.slice(...at))),
  ).size);
  const [first] = found[different.indexOf(Math.max(...different))] || [];
  if (first === undefined) return "";
  const from = first > BEFORE ? whole.indexOf(" ", first - BEFORE) + 1 : 0;
  const to = from + WIDTH < whole.length ? Math.max(whole.lastIndexOf(" ", from + WIDTH), first + 20) : whole.length;
  return `${from ? "… " : ""}${whole.slice(from, to).replace(/\s+/g, " ")}${to < whole.length ? " …" : ""}`;
};
