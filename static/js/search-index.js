// The index of the site, asked for piece by piece: dateline/search/index.py says what its files hold. They are classic
// scripts that call dateline.shard, so they load from a disk as well. The search page loads this when something is asked.
(() => {
  "use strict";
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const DIGIT = Object.fromEntries([...LETTERS].map((letter, i) => [letter, i]));
  const LEVEL = [1, 1.6, 3]; // said, said much, said in the title
  const OPENED = 0.4; // of a word's weight, where a word only begins with it
  const SHORTEST = 3; // letters of a word that others may begin with
  const FILES = 8; // of words that one word of a query may ask for
  const END = "\uffff";
  const FACETS = ["person", "country", "topic", "source"];
  const ONE_OF = new Set(["source", "year"]); // an article has one of these: two of them mean either

  let start; // what index.js says
  const begin = (said) => {
    start = said;
  };

  // The n-th name of a kind of files (t, n, d, f), each the digest of what is called so.
  const digest = (kind, n) => `${kind}/${start[kind].slice(n * start.digits, (n + 1) * start.digits)}`;
  const file = (kind, n) => dateline.load(digest(kind, n));
  const listed = (facet) => file("f", FACETS.indexOf(facet));

  const numbers = (line) => {
    const out = [];
    let last = -1;
    let number = 0;
    let shift = 0;
    for (const letter of line || "") {
      const digit = DIGIT[letter];
      number |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        last += number + 1;
        out.push(last);
        number = shift = 0;
      }
    }
    return out;
  };

  const stretch = (firsts, key) => Math.max(0, firsts.findLastIndex((first) => first <= key));

  // The groups of forms of which one passes, from the files that may have it; `cut`: there are more files than that.
  const groups = async (word, opened) => {
    const first = stretch(start.words, word);
    const last = opened ? stretch(start.words, word + END) : first;
    const test = opened ? (form) => form.startsWith(word) : (form) => form === word;
    const out = [];
    let files = Array.from({ length: Math.min(FILES, last - first + 1) }, (_, i) => first + i);
    const asked = new Set(files);
    while (files.length) {
      const texts = await Promise.all(files.map((n) => file("t", n)));
      files = [];
      for (const line of texts.flatMap((text) => text.split(";"))) {
        const [form, group] = line.split(">");
        if (group === undefined) {
          const { forms, lists } = grouped(line);
          if (forms.some(test)) out.push({ forms, exact: forms.includes(word), levels: lists.split(",").map(numbers) });
        } else if (test(form) && asked.size < 2 * FILES) {
          const home = stretch(start.words, group);
          if (!asked.has(home)) files.push(home);
          asked.add(home);
        }
      }
    }
    return { found: out, cut: last - first >= FILES };
  };

  // `communi|ties|ty BfC,De` -> its forms and its lists.
  const grouped = (line) => {
    const [named, lists = ""] = line.split(" ");
    const [head, ...ends] = named.split("|");
    return { forms: ends.length ? ends.map((end) => head + end) : [head], lists };
  };

  // What was typed -> words and phrases. The last word, and one with a star, stands for all that begin with it.
  const parse = (text) => {
    const words = [];
    const phrases = [];
    text.split(/["“”„«»]/).forEach((part, i, all) => {
      const quoted = i % 2 === 1 && i < all.length - 1;
      const found = dateline.terms(quoted ? part : part.replace(/\S+\*(?=\s|$)/g, " "));
      if (quoted && dateline.runs(part).length > 1) phrases.push(dateline.terms(part));
      found.forEach((word) => words.push({ word, opened: false }));
      if (quoted) return;
      for (const [star] of part.matchAll(/\S+(?=\*(\s|$))/g)) {
        const starred = dateline.terms(star);
        starred.forEach((word, at) => words.push({ word, opened: at === starred.length - 1 }));
      }
      const last = words.at(-1);
      if (last && i === all.length - 1 && found.length) last.opened = last.word.length >= SHORTEST || /[^\u0000-\u024f]/.test(last.word);
    });
    const once = new Map();
    for (const { word, opened } of words) once.set(word, once.get(word) || opened);
    return { words: [...once].map(([word, opened]) => ({ word, opened })), phrases };
  };

  // Points of each article for one word; 0: it does not have it.
  const weigh = async ({ word, opened }) => {
    const points = new Float32Array(start.size);
    const whole = new Uint8Array(start.size);
    const { found, cut } = await groups(word, opened);
    const forms = new Set();
    for (const group of found) {
      const rare = Math.log(1 + start.size / group.levels.reduce((sum, list) => sum + list.length, 0));
      for (const form of group.forms) if (group.exact || form.startsWith(word)) forms.add(form);
      group.levels.forEach((list, level) => {
        const worth = rare * LEVEL[level] * (group.exact ? 1 : OPENED);
        for (const n of list) {
          if (worth > points[n]) points[n] = worth;
          if (group.exact) whole[n] = 1;
        }
      });
    }
    return { word, opened, cut, points, whole, forms: [...forms] };
  };

  const yearOf = (n) => (n < start.dated ? start.years.findLast(([, first]) => first <= n)[0] : 0);

  // The articles of one value of a facet.
  const having = async (facet, value) => {
    if (facet === "year") {
      const at = start.years.findIndex(([year]) => String(year) === value);
      if (at < 0) return [];
      const end = at + 1 < start.years.length ? start.years[at + 1][1] : start.dated;
      return Array.from({ length: end - start.years[at][1] }, (_, i) => start.years[at][1] + i);
    }
    const row = (await listed(facet)).find(([slug]) => slug === value);
    return row ? numbers(row[2]) : [];
  };

  // Facet -> which articles its chosen values leave; null: none is chosen.
  const filter = async (facet, values) => {
    if (!values.length) return null;
    const lists = await Promise.all(values.map((value) => having(facet, value)));
    const hits = new Uint8Array(start.size);
    for (const list of lists) for (const n of list) hits[n] += 1;
    const wanted = ONE_OF.has(facet) ? 1 : values.length;
    return hits.map((hit) => (hit >= wanted ? 1 : 0));
  };

  // { q, person: [], …, sort } -> numbers of articles in order, and what counting and showing need.
  const search = async (query) => {
    const { words, phrases } = parse(query.q);
    const kinds = [...FACETS, "year"];
    const [weighed, filters] = await Promise.all([
      Promise.all(words.map(weigh)),
      Promise.all(kinds.map((facet) => filter(facet, query[facet]))),
    ]);
    const points = new Float32Array(start.size);
    const found = new Uint8Array(start.size);
    let whole = 0;
    for (let n = 0; n < start.size; n += 1) {
      if (!weighed.every((word) => word.points[n] > 0)) continue;
      found[n] = 1;
      for (const word of weighed) points[n] += word.points[n];
    }
    const passes = (n, but) => found[n] && filters.every((hits, i) => i === but || !hits || hits[n]);
    const order = [];
    for (let n = 0; n < start.size; n += 1) {
      if (!passes(n)) continue;
      order.push(n);
      if (weighed.every((word) => word.whole[n])) whole += 1;
    }
    const late = (n) => (n < start.dated ? n : n - start.size);
    if (query.sort === "old") order.sort((a, b) => a - b);
    else if (query.sort === "new" || !words.length) order.sort((a, b) => late(b) - late(a));
    else order.sort((a, b) => points[b] - points[a] || late(b) - late(a));
    // How many there would be without one of the words.
    const without = (word) => points.reduce((sum, _, n) => (
      sum + (weighed.every((one) => one === word || one.points[n] > 0) && filters.every((hits) => !hits || hits[n]) ? 1 : 0)), 0);
    return { order, passes, phrases, words: weighed, whole, without };
  };

  // What a value of a facet is called.
  const label = async (facet, value) => (facet === "year" ? undefined : (await listed(facet)).find(([slug]) => slug === value)?.[1]) || value;

  // How many of the found articles each value of each facet has: { person: [[slug, name, count], …], … }.
  const count = async ({ order, passes, phrases }) => {
    const rows = await Promise.all(FACETS.map(listed));
    const only = new Uint8Array(start.size);
    for (const n of order) only[n] = 1;
    const holds = (n, i) => (phrases.length || !ONE_OF.has(FACETS[i] || "year") ? only[n] : passes(n, i));
    const out = {};
    FACETS.forEach((facet, i) => {
      out[facet] = rows[i].map(([slug, name, line]) => [slug, name, numbers(line).filter((n) => holds(n, i)).length])
        .filter((row) => row[2]).sort((a, b) => b[2] - a[2]);
    });
    out.year = start.years.map(([year]) => [String(year), String(year), 0]).reverse();
    const years = Object.fromEntries(out.year.map((row) => [row[0], row]));
    for (let n = 0; n < start.dated; n += 1) if (holds(n, FACETS.length)) years[yearOf(n)][2] += 1;
    out.year = out.year.filter((row) => row[2]);
    return out;
  };

  // Numbers of articles -> what is shown of them.
  const rows = (order) => Promise.all(order.map(async (n) => {
    const at = Math.floor(n / start.file);
    const found = await dateline.load(`${digest("d", Math.floor(at / start.folder))}/${at % start.folder}`);
    const [title, address, date, opening, words, names] = found.rows[n % start.file];
    return { title, address, date, opening, words, names: names.map((i) => found.names[i]) };
  }));

  // The names that the query begins, and those that stand in it whole: facet, slug, name, count, wording.
  const names = async (query) => {
    const typed = dateline.terms(query);
    if (!start.names.length) return [];
    const files = new Set(typed.slice(0, FILES).map((word) => stretch(start.names, word)));
    const seen = new Map();
    for (const line of (await Promise.all([...files].map((n) => file("n", n)))).flat()) {
      const [, facet, slug, name, n, wording] = line;
      const own = dateline.terms(wording || name);
      const had = own.filter((word) => typed.includes(word)).length;
      if (had < own.length && !typed.every((word) => own.some((part) => part.startsWith(word)))) continue;
      const near = had / own.length + had / typed.length;
      const key = `${facet}/${slug}`;
      if (!seen.has(key) || seen.get(key).near < near) seen.set(key, { facet, slug, name, n, wording, near });
    }
    return [...seen.values()].sort((a, b) => b.near - a.near || b.n - a.n);
  };

  // Words, and what is left of each without one of its letters. Two words of which one letter is another, too many or
  // in its neighbour's place have some of that in common.
  const lacking = (words) => new Set([...words].flatMap((word) => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))]));

  // A word that no article has -> the most frequent of the nearest that some have, with its first letter.
  const nearest = async (word) => {
    const files = new Set([word, word.slice(0, 2), word.slice(0, 2) + END].map((key) => stretch(start.words, key)));
    const lines = (await Promise.all([...files].map((n) => file("t", n)))).flatMap((text) => text.split(";"));
    const groups = lines.filter((line) => !line.includes(">")).map(grouped).sort((a, b) => b.lists.length - a.lists.length);
    const forms = groups.flatMap((group) => group.forms).filter((form) => Math.abs(form.length - word.length) < 3);
    const once = lacking([word]);
    const twice = lacking(once);
    const near = (own, far) => forms.find((form) => [...far([form])].some((some) => own.has(some)));
    return near(once, lacking) || (word.length > 4 && near(twice, (some) => lacking(lacking(some)))) || "";
  };

  Object.assign(dateline, { begin, count, label, names, nearest, rows, search });
})();
