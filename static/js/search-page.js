// The search page: its address says what is asked, and everything below the form follows from it.
const A_PAGE = 20;
const SHOWN = 8; // values of a facet, until all are asked for
const MOST = 200; // and then
const CHECKED = 100; // articles read at a time to find a phrase in them

const page = document.querySelector("[data-search]");
const { form, status, heading, toggle, chips, offers, notes, facets, list, pages, before } = Object.fromEntries(
  [...page.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]),
);
const { q: field, sort } = form.elements;
const { title } = document;
const disk = location.protocol === "file:";
const ending = form.action.split("/").pop(); // of links to folders: nothing, or index.html

const amount = (n) => n.toLocaleString(start.says.locale);
const say = (name, values) => start.says[name].replace(/%\((\w+)\)s/g, (_, key) => values[key]);
const many = (name, n) => {
  const { locale, [name]: forms } = start.says;
  return (forms[new Intl.PluralRules(locale).select(n)] || forms.other).replace("%(n)s", amount(n));
};
// An element; text is only ever set as text.
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.flat());
  return element;
};
const show = (part, children) => {
  part.replaceChildren(...children);
  part.hidden = !part.firstChild;
};

// --- the state and its address

let state;
const chosen = (facet) => state.getAll(facet).filter(Boolean);
const address = (change) => {
  const next = new URLSearchParams(state);
  next.delete("page");
  change(next);
  for (const [name, value] of [...next]) if (!value) next.delete(name);
  return `?${next}`;
};
const link = (text, change, properties) => make("a", { href: address(change), ...properties }, text);
const asking = (q, text = q) => link(text, (next) => next.set("q", q));
const go = (where, focus) => {
  try {
    history.pushState(null, "", where);
    run(focus);
  } catch { // a browser that lets no page on a disk change its address
    location.search = where;
  }
};

// --- one row

const marked = (words, test) => {
  let at = 0;
  return [...places(words, test).flatMap(([from, to]) => {
    const before = words.slice(at, from);
    at = to;
    return [before, make("mark", {}, words.slice(from, to))];
  }), words.slice(at)];
};
const day = (iso) => {
  const shape = { timeZone: "UTC", year: "numeric", month: iso[4] && "short", day: iso[7] && "numeric" };
  return make("time", { dateTime: iso }, new Date(iso).toLocaleDateString(start.says.locale, shape));
};
const seen = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => {
  if (!isIntersecting) return;
  seen.unobserve(target);
  target.better();
}), { rootMargin: "200px" });
const tag = ([where, name], properties) => make("a", { href: `../${where}${ending}`, dir: "auto", ...properties }, name);
const row = ([name, where, date, opening, words, [source = [], ...tags]], test, hl) => {
  const said = make("p", { dir: "auto" }, marked(opening, test));
  if (!disk && hl && opening && !said.children[0]) {
    said.better = async () => {
      const lines = await excerpt(where, test);
      if (lines) said.replaceChildren(...marked(lines, test));
    };
    seen.observe(said);
  }
  return make("li", {}, date ? day(date) : make("span", { className: "undated" }, start.says.undated),
    make("div", {}, make("h3", {}, make("a", { href: `../${where}${ending}${hl}`, dir: "auto" }, marked(name, test))), opening ? said : ""),
    make("p", {}, source[1] ? `\u2068${source[1]}\u2069 · ` : "", many("words", words), " ",
      make("span", {}, tags.flatMap((one, i) => [i ? ", " : "", tag(one)]))));
};

// --- the parts around the rows

const removing = (text) => Promise.all(FACETS.flatMap((facet) => chosen(facet).map(async (value) => {
  const [, name] = await valued(facet, value);
  const ariaLabel = say("remove", { name });
  return make("li", {}, link(text ? `${name} ${text}` : ariaLabel, (next) => next.delete(facet, value), { ariaLabel }));
})));
const fill = (box, rows) => {
  const [few, all] = box.querySelectorAll("ul");
  const details = box.querySelector("details");
  const wanted = box.querySelector("[type=search]");
  const had = chosen(box.name);
  const value = ([value, name, n]) => make("li", {}, make("label", {},
    make("input", { type: "checkbox", name: box.name, value, checked: had.includes(value) }),
    make("span", {}, name), make("span", { className: "n" }, amount(n))));
  const own = rows.filter(([value]) => had.includes(value));
  const others = rows.filter((row) => !own.includes(row));
  const draw = () => {
    const fits = others.filter(([, name]) => fold(name).includes(fold(wanted.value.trim())));
    show(few, details.open ? [] : [...own, ...others].slice(0, Math.max(SHOWN, own.length)).map(value));
    const shown = details.open ? [...own, ...fits] : [];
    const note = shown[MOST] ? [make("li", {}, say("first", { n: amount(MOST), all: amount(shown.length) }))] : [];
    show(all, [...note, ...shown.slice(0, MOST).map(value)]);
  };
  box.hidden = !rows[0];
  details.hidden = !rows[SHOWN];
  details.querySelector("span").textContent = say("all", { n: amount(rows.length) });
  details.ontoggle = wanted.oninput = draw;
  draw();
};
const remarks = ({ words, phrases, order }, q, limit, left) => {
  const out = words[0] || !q ? [] : [[start.says.wordless]];
  const last = words.findLast(({ opened }) => opened);
  const whole = order.filter((n) => words.every((word) => word.whole[n])).length;
  if (last && !phrases[0] && whole < order.length && !FACETS.flatMap(chosen)[0]) {
    const exact = asking(q.replace(/(\S+?)\*?$/, '"$1"'), many("exactly", whole));
    out.push([say("opened", { word: last.word }), " ", whole ? exact : ""]);
  }
  if (words.some(({ cut }) => cut)) out.push([start.says.cut]);
  if (phrases[0] && disk) out.push([start.says.unchecked]);
  if (left) {
    const onclick = () => run(null, limit + CHECKED);
    out.push([say("read", { n: amount(limit), all: amount(limit + left) }), " ", make("button", { type: "button", onclick }, many("further", left))]);
  }
  return out.map((words) => make("p", {}, words));
};
// Where nothing was found: what else to try, each a link.
const tries = async ({ words, phrases, without }, q) => {
  const typed = runs(q);
  const out = [];
  const offer = (...children) => out.push(make("li", {}, ...children));
  const better = new Map(await Promise.all(words.map(async ({ word, points }) => [word, points.some(Boolean) ? word : await nearest(word)])));
  const fixed = typed.map((run) => forms(run).map((form) => better.get(form) !== form && better.get(form)).find(Boolean) || run).join(" ");
  if (fixed !== typed.join(" ")) offer(start.says.meant, " ", asking(fixed));
  if (phrases[0]) offer(asking(typed.join(" "), start.says.unquoted));
  else if (words[1]) {
    for (const word of words) {
      const fewer = typed.filter((run) => !forms(run).includes(word.word)).join(" ");
      const n = without(word);
      if (n && fewer) offer(start.says.only, " ", asking(fewer), `: ${many("articles", n)}`);
    }
  }
  out.push(...await removing());
  const most = !out[0] && words[0] && await beginning(words[0].word);
  if (most) {
    const { order } = await search(most, FACETS.map(chosen));
    offer(start.says.only, " ", asking(most), `: ${many("articles", order.length)}`);
  }
  return out[0] ? [make("p", {}, start.says.nothing), make("ul", {}, out)] : [];
};

// --- one search

let turn;
// `focus`: what is to have it then, the heading or the box of a value; `limit`: of articles that are read for a phrase.
const run = async (focus, limit = CHECKED) => {
  const mine = turn = {};
  state = new URLSearchParams(location.search);
  const q = (state.get("q") || "").slice(0, 200).trim();
  const wanted = [q, ...FACETS.flatMap(chosen)].some(Boolean);
  field.value = q;
  sort.value = state.get("sort") || "";
  page.classList.toggle("asked", wanted);
  before.hidden = wanted;
  document.title = q ? `${q} · ${title}` : title;
  const tell = (text) => {
    heading.textContent = text;
    status.textContent = text && q ? `${text}: ${q}` : text;
  };
  if (!wanted) return tell("");
  try {
    await open();
    const [found, near] = await Promise.all([search(q, FACETS.map(chosen), sort.value), names(q)]);
    let left = 0;
    if (found.phrases[0] && !disk) {
      tell(start.says.checking);
      left = Math.max(0, found.order.length - limit);
      found.order = await holding(found.order.slice(0, limit), found.phrases);
    }
    const n = found.order.length;
    const last = Math.ceil(n / A_PAGE) || 1;
    const at = Math.min(Math.max(parseInt(state.get("page")) || 1, 1), last);
    const [hits, filters, ways] = await Promise.all([
      rows(found.order.slice((at - 1) * A_PAGE, at * A_PAGE)), removing("✕"), n || left ? [] : tries(found, q),
    ]);
    if (mine !== turn) return;
    const spelt = found.words.flatMap((word) => word.spelt);
    const hl = spelt[0] ? `?hl=${encodeURIComponent([...new Set(spelt)].slice(0, 24).join(" "))}` : "";
    tell(n ? many("results", n) : left ? start.says.sofar : start.says.none);
    show(chips, filters);
    show(offers, near.slice(0, 3).map(([, where, name, count, wording]) => {
      const facet = where.split("/")[0];
      const what = [start.says.facets[facet], many("articles", count), wording && `“${wording}”`];
      return make("li", {}, tag([where, name], { className: `mark ${facet}` }), make("span", {}, what.filter(Boolean).join(", ")));
    }));
    show(notes, [...remarks(found, q, limit, left), ...ways]);
    show(list, hits.map((hit) => row(hit, tester(spelt), hl)));
    show(pages, last < 2 ? [] : [
      at > 1 ? link(start.says.previous, (next) => next.set("page", at > 2 ? at - 1 : ""), { rel: "prev" }) : "",
      make("span", {}, say("page", { n: amount(at), all: amount(last) })),
      at < last ? link(start.says.next, (next) => next.set("page", at + 1), { rel: "next" }) : "",
    ]);
    before.hidden = Boolean(n || left || near[0]);
    if (focus === heading) {
      heading.focus({ preventScroll: true });
      if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
    }
    const counts = await count(found);
    if (mine !== turn) return;
    facets.hidden = !counts.some((values) => values[0]);
    [...facets.children].forEach((box, i) => fill(box, counts[i]));
    if (focus?.name) facets.querySelector(`[name=${focus.name}][value="${focus.value}"]`)?.focus();
  } catch {
    if (mine !== turn) return;
    tell(page.dataset.failed);
    show(notes, [make("a", { href: "" }, page.dataset.again)]);
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(address((next) => {
    next.set("q", field.value.trim());
    next.set("sort", sort.value);
  }), heading);
});
sort.addEventListener("change", () => {
  if (page.matches(".asked")) form.requestSubmit();
});
facets.addEventListener("change", ({ target }) => {
  if (target.name) go(address((next) => (target.checked ? next.append(target.name, target.value) : next.delete(target.name, target.value))), target);
});
page.addEventListener("click", (event) => {
  const target = event.target.closest("a[href^='?']");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(target.getAttribute("href"), heading);
});
toggle.addEventListener("click", () => {
  toggle.ariaExpanded = page.classList.toggle("open");
});
form.addEventListener("focusin", () => open().catch(() => {})); // a query says if it fails
addEventListener("popstate", () => run());
globalThis.dateline = { shard, open, search, terms };
run();
if (location.hash === "#q") field.focus(); // from another page, by its key
