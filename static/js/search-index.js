// The index of the site, asked for piece by piece: dateline/search/index.py says what its files hold. They are classic
// scripts that call dateline.shard, so they load from a disk as well.
const LEVEL = [1, 1.6, 3]; // said, said much, said in the title
const OPENED = 0.4; // of a word's weight, where a word only begins with it
const SHORTEST = 3; // letters of a word that others may begin with
const FILES = 8; // of words that one word of a query may ask for
const END = "\uffff";
const FACETS = ["person", "country", "topic", "source", "year"];
const EITHER = ["source", "year"]; // an article has one of these, so two of them mean either

let start; // what index.js says
const asked = {};
const given = {};
const shard = (name, content) => given[name](content);
const load = (name) => {
  asked[name] ||= new Promise((resolve, reject) => {
    given[name] = resolve; // called while the script runs; if it was not, there is no such file
    document.head.append(Object.assign(document.createElement("script"), { src: `${name}.js`, onload: reject, onerror: reject }));
  });
  asked[name].catch(() => delete asked[name]);
  return asked[name];
};
const open = async () => {
  start = await load("index");
};

// The n-th name of a kind of files (t, n, d, f), each the digest of what is called so.
const digest = (kind, n) => `${kind}/${start[kind].slice(n * start.digits, (n + 1) * start.digits)}`;
const files = (kind, numbers) => Promise.all([...new Set(numbers)].map((n) => load(digest(kind, n))));
const place = (firsts, key) => firsts.findLastIndex((first) => first <= key); // the file in which a key belongs
const upTo = (n) => [...Array(n).keys()];

const numbers = (line) => {
  const out = [];
  let last = 0;
  let number = 0;
  for (let i = 0; i < line.length; i += 1) {
    const digit = line.charCodeAt(i) - 63;
    number = number * 32 + digit % 32;
    if (digit > 31) continue;
    out.push(last += number);
    number = 0;
  }
  return out;
};

// The groups of words in some files, `communi|ties|ty BfC,De` each -> their forms, and the lists of their articles.
const groups = async (where) => [...new Set((await files("t", where)).flatMap((text) => text.split(";")))].map((line) => {
  const [named, lists] = line.split(" ");
  const [head, ...ends] = named.split("|");
  return [ends[0] === undefined ? [head] : ends.map((end) => head + end), lists];
});

// What was typed -> words, each with whether others may begin with it; and phrases. The last word, and one with a
// star, stands for all that begin with it.
const parse = (text) => {
  const words = new Map();
  const phrases = [];
  text.split(/["“”„«»]/).forEach((part, i, all) => {
    const last = i === all.length - 1;
    const quoted = i % 2 && !last;
    if (quoted && runs(part).length > 1) phrases.push(terms(part));
    (quoted ? [part] : part.match(/\S+/g) || []).forEach((piece, j, pieces) => terms(piece).forEach((word, k, own) => {
      const typing = last && !pieces[j + 1] && (word.length >= SHORTEST || /[^\0-\u024f]/.test(word));
      words.set(word, words.get(word) || (!quoted && !own[k + 1] && (typing || piece.endsWith("*"))));
    }));
  });
  return [[...words], phrases];
};

// What a word comes to: points of each article (0: it does not have it), and which have the very word.
const weigh = async ([word, opened]) => {
  const first = place(start.words, word);
  const count = opened ? place(start.words, word + END) - first + 1 : 1;
  const points = new Float32Array(start.size);
  const whole = new Uint8Array(start.size);
  const spelt = opened ? [`${word}*`] : [];
  for (const [own, lists] of await groups(upTo(Math.min(count, FILES)).map((n) => first + n))) {
    const exact = own.includes(word);
    if (!exact && !(opened && own.some((form) => form.startsWith(word)))) continue;
    if (exact) spelt.push(...own);
    const levels = lists.split(",").map(numbers);
    const rare = Math.log(1 + start.size / levels.flat().length) * (exact ? 1 : OPENED);
    levels.forEach((list, level) => list.forEach((n) => {
      points[n] = Math.max(points[n], rare * LEVEL[level]);
      whole[n] ||= exact;
    }));
  }
  return { word, opened, points, whole, spelt, cut: count > FILES };
};

// The values of a facet: slug, name, articles. One file has all facets, for all are counted.
const listed = async (facet) => (await files("f", [0]))[0][FACETS.indexOf(facet)].map(([slug, name, line]) => [slug, name, numbers(line)]);
const valued = async (facet, value) => (await listed(facet)).find(([slug]) => slug === value) || [value, value, []];

// Which articles the chosen values of a facet leave.
const filter = async (facet, values) => {
  const lists = (await Promise.all(values.map((value) => valued(facet, value)))).map((row) => new Set(row[2]));
  const test = (n) => (list) => list.has(n);
  return (n) => !lists[0] || (EITHER.includes(facet) ? lists.some(test(n)) : lists.every(test(n)));
};

// A query and the values of its facets -> numbers of articles in order, and what counting and showing need.
const search = async (query, chosen, sort) => {
  const [words, phrases] = parse(query);
  const [weighed, filters] = await Promise.all([
    Promise.all(words.map(weigh)),
    Promise.all(FACETS.map((facet, i) => filter(facet, chosen[i]))),
  ]);
  const all = upTo(start.size);
  const wanted = words[0] || chosen.flat()[0]; // signs without letters are no wish for all articles
  const passes = (n, but) => wanted && weighed.every((word) => word === but || word.points[n]) && filters.every((test, i) => i === but || test(n));
  const worth = all.map((n) => weighed.reduce((sum, { points }) => sum + points[n], 0));
  const late = (n) => (n < start.dated ? n : n - start.size);
  const order = all.filter((n) => passes(n));
  order.sort((a, b) => (sort === "old" ? a - b : (sort !== "new" && worth[b] - worth[a]) || late(b) - late(a)));
  return { order, passes, phrases, words: weighed, without: (word) => all.filter((n) => passes(n, word)).length };
};

// How many of the found articles each value of each facet has: slug, name, count.
const count = ({ order, passes, phrases }) => Promise.all(FACETS.map(async (facet, i) => {
  const found = new Set(order);
  const holds = (n) => (phrases[0] || !EITHER.includes(facet) ? found.has(n) : passes(n, i));
  const values = (await listed(facet)).map(([slug, name, list]) => [slug, name, list.filter(holds).length]).filter((row) => row[2]);
  return facet === "year" ? values : values.sort((a, b) => b[2] - a[2]);
}));

// Numbers of articles -> what is shown of them: title, address, date, opening, words, names.
const rows = (order) => Promise.all(order.map(async (n) => {
  const at = Math.floor(n / start.file);
  return (await load(`${digest("d", Math.floor(at / start.folder))}/${at % start.folder}`))[n % start.file];
}));

// The names that the query begins, and those that stand in it whole: word, address, name, count, another wording.
const names = async (query) => {
  const typed = terms(query);
  const score = ([, , name, , wording]) => {
    const own = terms(wording || name);
    const had = own.filter((word) => typed.includes(word)).length;
    // With the words behind it, so that obrien is O'Brien.
    const fits = had === own.length || typed.every((word) => own.some((_, i) => own.slice(i).join("").startsWith(word)));
    return fits && 1 + had / own.length + had / typed.length;
  };
  const lines = (await files("n", typed.slice(0, FILES).map((word) => place(start.names, word)))).flat()
    .filter(score).sort((a, b) => score(b) - score(a) || b[3] - a[3]);
  return lines.filter(([, address], i) => lines.findIndex((line) => line[1] === address) === i);
};

// Whether one word becomes the other by at most n changes: a letter more, less, another, or two that change places.
const near = (a, b, n) => {
  if (a[0] === b[0]) return !a || near(a.slice(1), b.slice(1), n);
  const [rest, others] = [a.slice(1), b.slice(1)];
  return n > 0 && (near(rest, b, n - 1) || near(a, others, n - 1) || near(rest, others, n - 1)
    || (a[1] === b[0] && a[0] === b[1] && near(a.slice(2), b.slice(2), n - 1)));
};

// A word that no article has -> the most frequent of the nearest that some have, with its first letter.
const nearest = async (word) => {
  const some = await groups([word, word.slice(0, 2), word.slice(0, 2) + END].map((key) => place(start.words, key)));
  const own = some.sort((a, b) => b[1].length - a[1].length).flatMap((group) => group[0]);
  return own.find((form) => near(form, word, 1)) || (word.length > 4 && own.find((form) => near(form, word, 2)));
};

// A word with which none begins -> the most of it with which some do, with a star; nothing where that says little.
const beginning = async (word) => {
  const own = (await groups([place(start.words, word)])).flatMap((group) => group[0]);
  const n = upTo(word.length).findLast((n) => own.some((form) => form.startsWith(word.slice(0, n))));
  return n >= SHORTEST && `${word.slice(0, n)}*`;
};
