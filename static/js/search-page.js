// The search page: its address says what is asked, and everything below the form follows from it.
(() => {
  "use strict";
  const page = document.querySelector("[data-search]");
  if (!page) return;
  const $ = (name) => page.querySelector(`[data-part=${name}]`);
  const says = JSON.parse(document.getElementById("search-words").textContent);
  const [form, heading, status, chips, notes, offers, narrow, list, pages, before] = ["form", "heading", "status",
    "chips", "notes", "offers", "facets", "list", "pages", "before"].map($);
  const A_PAGE = 20;
  const SHOWN = 8; // values of a facet, until all are asked for
  const MOST = 200; // and then
  const CHECKED = 100; // articles read at a time to find a phrase in them
  const FACETS = ["person", "country", "topic", "source", "year"];
  const FOLDERS = ["people", "countries", "topics", "sources"];
  const disk = location.protocol === "file:";
  const home = page.dataset.root.replace(/index\.html$/, "");
  const ending = disk || home !== page.dataset.root ? "index.html" : "";
  const root = new URL(home, location.href).href;
  const plural = new Intl.PluralRules(says.locale);
  const amount = new Intl.NumberFormat(says.locale);

  const say = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const many = (name, n) => say(says[name][plural.select(n)] || says[name].other, { n: amount.format(n) });
  // An element; text is only ever set as text.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== "" && child !== undefined));
    return element;
  };

  // --- the index, and the script that reads it: asked for when something is looked for, both at once

  const asked = new Map();
  const script = (src) => {
    if (!asked.has(src)) {
      asked.set(src, new Promise((resolve, reject) => {
        document.head.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }));
      }));
      asked.get(src).catch(() => asked.delete(src));
    }
    return asked.get(src);
  };
  const given = {};
  const load = async (name) => {
    await script(`${root}search/${name}.js`);
    if (name in given) return given[name];
    throw new Error(name);
  };
  const open = async () => {
    const [start] = await Promise.all([load("index"), script(page.dataset.engine)]);
    dateline.begin(start);
  };
  const shard = (name, content) => {
    given[name] = content;
  };
  globalThis.dateline = { load, open, root, shard };

  const day = (iso) => {
    if (!iso) return says.undated;
    const [year, month, number] = iso.split("-").map(Number);
    const when = new Date(Date.UTC(2000, (month || 1) - 1, number || 1));
    when.setUTCFullYear(year);
    const shape = { timeZone: "UTC", year: "numeric", month: month && "short", day: number && "numeric" };
    return new Intl.DateTimeFormat(says.locale, shape).format(when);
  };

  // --- the state and its address

  const read = () => {
    const given = new URLSearchParams(location.search);
    const state = { q: (given.get("q") || "").slice(0, 200), sort: given.get("sort") || "" };
    state.page = Math.max(1, Number.parseInt(given.get("page"), 10) || 1);
    for (const facet of FACETS) state[facet] = [...new Set(given.getAll(facet))].filter(Boolean);
    return state;
  };
  const address = (state) => {
    const out = new URLSearchParams();
    if (state.q) out.set("q", state.q);
    for (const facet of FACETS) for (const value of state[facet]) out.append(facet, value);
    if (state.sort) out.set("sort", state.sort);
    if (state.page > 1) out.set("page", state.page);
    return `?${out}`;
  };
  const link = (state, text, attributes = {}) => make("a", { href: address(state), "data-go": true, ...attributes }, text);
  const go = (where, how = { focus: true }) => {
    try {
      history.pushState(null, "", where);
    } catch { // a browser that lets no page on a disk change its address
      location.search = where;
      return;
    }
    run(how);
  };
  const without = (state, facet, value) => ({ ...state, page: 1, [facet]: state[facet].filter((one) => one !== value) });
  const isAsked = (state) => Boolean(state.q.trim()) || FACETS.some((facet) => state[facet].length);

  // --- one row

  const marked = (words, test) => {
    const out = [];
    let at = 0;
    for (const [start, end] of dateline.places(words, test)) {
      out.push(words.slice(at, start), make("mark", {}, words.slice(start, end)));
      at = end;
    }
    return [...out, words.slice(at)];
  };
  const seen = disk || !globalThis.IntersectionObserver ? null : new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      target.better();
    }
  }, { rootMargin: "200px" });
  const tag = ([facet, slug, name]) => make("a", { href: `${root}${FOLDERS[facet]}/${slug}/${ending}` }, name);
  const row = (hit, test, hl) => {
    const said = hit.opening ? make("p", { dir: "auto" }, marked(hit.opening, test)) : "";
    const where = root + hit.address + ending + (hl ? `?hl=${encodeURIComponent(hl)}` : "");
    const [source, ...tags] = hit.names;
    const item = make("li", {},
      hit.date ? make("time", { datetime: hit.date }, day(hit.date)) : make("span", { class: "undated" }, day("")),
      make("div", { class: "said" }, make("h3", {}, make("a", { href: where, dir: "auto" }, marked(hit.title, test))), said),
      make("p", { class: "meta" }, make("span", {}, source ? source[2] : ""), make("span", {}, many("words", hit.words)),
        tags.length ? make("span", { class: "tags" }, tags.flatMap((one, i) => [i ? ", " : "", tag(one)])) : ""));
    if (said && seen && hl && !dateline.places(hit.opening, test).length) {
      item.better = async () => {
        const lines = await dateline.excerpt(hit.address, test);
        if (lines) said.replaceChildren(...marked(lines, test));
      };
      seen.observe(item);
    }
    return item;
  };

  // --- the parts around the rows

  const show = (part, ...children) => {
    part.replaceChildren(...children.flat().filter(Boolean));
    part.hidden = !part.childNodes.length;
  };
  const chosen = (state) => Promise.all(FACETS.flatMap((facet) => state[facet].map(async (value) => {
    const name = await dateline.label(facet, value);
    return make("li", {}, link(without(state, facet, value), [`${name} `, make("span", { "aria-hidden": "true" }, "✕")],
      { "aria-label": say(says.remove, { name }) }));
  })));
  const offered = (names) => names.map(({ facet, slug, name, n, wording }) => make("li", {},
    make("a", { class: `mark ${FOLDERS[facet]}`, href: `${root}${FOLDERS[facet]}/${slug}/${ending}` }, name),
    make("span", {}, `${says.facets[FACETS[facet]]}, ${many("articles", n)}${wording ? `, “${wording}”` : ""}`)));

  const whole = new Set(); // facets that show all their values
  const values = (state, facet, rows, wanted) => {
    const own = rows.filter(([value]) => state[facet].includes(value));
    const rest = rows.filter(([value]) => !state[facet].includes(value));
    const all = whole.has(facet);
    const fits = wanted ? rest.filter(([, name]) => dateline.fold(name).includes(wanted)) : rest;
    return [...own, ...fits].slice(0, all ? MOST : Math.max(SHOWN, own.length)).map(([value, name, n]) => make("li", {}, make("label", {},
      make("input", { type: "checkbox", name: facet, value, checked: state[facet].includes(value) }),
      make("span", {}, name), make("span", { class: "n" }, amount.format(n)))));
  };
  const facet = (state, name, rows) => {
    const box = make("fieldset", {}, make("legend", { class: "label" }, says.facets[name]));
    const items = make("ul", {}, values(state, name, rows));
    if (rows.length > SHOWN) {
      if (whole.has(name)) {
        const field = make("input", { type: "search", "aria-label": say(says.filter, { facet: says.facets[name] }), placeholder: says.narrow });
        field.addEventListener("input", () => items.replaceChildren(...values(state, name, rows, dateline.fold(field.value.trim()))));
        box.append(field);
      }
      const button = make("button", { type: "button", "aria-expanded": String(whole.has(name)) },
        whole.has(name) ? says.fewer : say(says.all, { n: amount.format(rows.length) }), make("span", { class: "vh" }, ` ${says.facets[name]}`));
      button.addEventListener("click", () => {
        if (!whole.delete(name)) whole.add(name);
        const next = facet(state, name, rows);
        box.replaceWith(next);
        next.querySelector("input[type=search], button").focus();
      });
      box.append(items, button);
    } else box.append(items);
    return box;
  };
  const turned = (state, total) => {
    const last = Math.ceil(total / A_PAGE);
    return [
      state.page > 1 && link({ ...state, page: state.page - 1 }, says.previous, { rel: "prev" }),
      last > 1 && make("span", {}, say(says.page, { n: amount.format(state.page), all: amount.format(last) })),
      state.page < last && link({ ...state, page: state.page + 1 }, says.next, { rel: "next" }),
    ];
  };

  // Where nothing was found: what else to try, each a link.
  const tries = async (state, found) => {
    const out = [];
    const runs = dateline.runs(state.q);
    const near = new Map();
    for (const { word, points } of found.words) if (!points.some(Boolean)) near.set(word, await dateline.nearest(word));
    const fixed = runs.map((run) => dateline.forms(run).map((form) => near.get(form)).find(Boolean) || run).join(" ");
    if ([...near.values()].some(Boolean)) out.push(make("li", {}, `${says.meant} `, link({ ...state, q: fixed, page: 1 }, fixed)));
    if (found.phrases.length) out.push(make("li", {}, link({ ...state, q: runs.join(" "), page: 1 }, says.unquoted)));
    for (const word of found.words.length > 1 && !found.phrases.length ? found.words : []) {
      const n = found.without(word);
      const fewer = runs.filter((run) => !dateline.forms(run).includes(word.word)).join(" ");
      if (n && fewer) out.push(make("li", {}, `${says.only} `, link({ ...state, q: fewer, page: 1 }, fewer), `: ${many("articles", n)}`));
    }
    for (const name of FACETS) {
      for (const value of state[name]) {
        out.push(make("li", {}, link(without(state, name, value), say(says.remove, { name: await dateline.label(name, value) }))));
      }
    }
    return out.length ? [make("p", {}, says.nothing), make("ul", {}, out)] : [];
  };

  // --- one search

  let turn = 0;
  let limit = CHECKED;
  const run = async ({ focus = false, keep = null, more = false } = {}) => {
    turn += 1;
    const mine = turn;
    const state = read();
    if (!more) limit = CHECKED;
    form.elements.q.value = state.q;
    form.elements.sort.value = state.sort;
    page.classList.toggle("asked", isAsked(state));
    before.hidden = isAsked(state);
    document.title = [state.q.trim(), says.title].filter(Boolean).join(" · ");
    if (!isAsked(state)) {
      for (const part of [chips, notes, offers, narrow, list, pages]) show(part);
      heading.textContent = status.textContent = "";
      return;
    }
    try {
      await open();
      const [found, names] = await Promise.all([dateline.search(state), dateline.names(state.q)]);
      let left = 0;
      if (found.phrases.length && !disk) {
        heading.textContent = status.textContent = says.checking;
        left = Math.max(0, found.order.length - limit);
        found.order = await dateline.holding(found, limit);
      }
      state.page = Math.min(state.page, Math.max(1, Math.ceil(found.order.length / A_PAGE)));
      const hits = await dateline.rows(found.order.slice((state.page - 1) * A_PAGE, state.page * A_PAGE));
      if (mine !== turn) return;
      const counting = dateline.count(found);
      const filters = await chosen(state);
      const forms = found.words.flatMap(({ word, opened, forms: some }) => [opened ? `${word}*` : word, ...some]);
      const test = dateline.tester(forms);
      const hl = [...new Set(forms)].slice(0, 24).join(" ");
      heading.textContent = found.order.length ? many("results", found.order.length) : left ? says.sofar : says.none;
      status.textContent = [heading.textContent, state.q.trim()].filter(Boolean).join(": ");
      show(chips, filters);
      show(offers, offered(names.slice(0, 3)));
      show(notes, remarks(state, found, left));
      show(list, hits.map((hit) => row(hit, test, hl)));
      show(pages, turned(state, found.order.length));
      if (!found.order.length && !left) {
        const ways = await tries(state, found);
        if (mine === turn) notes.append(...ways);
        notes.hidden = false;
        before.hidden = names.length > 0;
      }
      if (focus) {
        heading.focus({ preventScroll: true });
        if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
      }
      const counts = await counting;
      if (mine !== turn) return;
      show(narrow, FACETS.filter((name) => counts[name].length).map((name) => facet(state, name, counts[name])));
      if (keep) [...narrow.querySelectorAll("input")].find((box) => box.name === keep[0] && box.value === keep[1])?.focus();
    } catch {
      if (mine !== turn) return;
      heading.textContent = status.textContent = says.failed;
      show(notes, make("p", {}, make("a", { href: address(state) }, says.again)));
    }
  };
  const remarks = (state, found, left) => {
    const out = [];
    const last = found.words.findLast(({ opened }) => opened);
    if (last && !found.phrases.length && found.whole < found.order.length && !FACETS.some((name) => state[name].length)) {
      const exact = state.q.trimEnd().replace(/\*$/, "").replace(/(\S+)$/, '"$1"');
      out.push(make("p", {}, `${say(says.opened, { word: last.word })} `, found.whole ? link({ ...state, q: exact, page: 1 }, many("exactly", found.whole)) : ""));
    }
    if (found.words.some(({ cut }) => cut)) out.push(make("p", {}, says.cut));
    if (found.phrases.length && disk) out.push(make("p", {}, says.unchecked));
    if (left) {
      const button = make("button", { type: "button" }, many("further", left));
      button.addEventListener("click", () => {
        limit += CHECKED;
        run({ more: true });
      });
      out.push(make("p", {}, `${say(says.read, { n: amount.format(limit), all: amount.format(limit + left) })} `, button));
    }
    return out;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(address({ ...read(), q: form.elements.q.value.trim(), sort: form.elements.sort.value, page: 1 }));
  });
  form.elements.sort.addEventListener("change", () => {
    if (isAsked(read())) go(address({ ...read(), sort: form.elements.sort.value, page: 1 }));
  });
  narrow.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox") return;
    const state = without(read(), target.name, target.value);
    if (target.checked) state[target.name].push(target.value);
    go(address(state), { keep: [target.name, target.value] });
  });
  page.addEventListener("click", (event) => {
    const target = event.target.closest("a[data-go]");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(target.getAttribute("href"));
  });
  const toggle = $("toggle");
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(page.classList.toggle("open")));
  });
  form.addEventListener("focusin", () => open().catch(() => {}), { once: true }); // a query says if it fails
  addEventListener("popstate", () => run());
  run({ focus: false });
})();
