// Text -> the words by which it is found: runs of letters, folded. The same rules as dateline/search/words.py; a test
// holds the two together over every character.
(() => {
  "use strict";
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const POSSESSIVE = /['`´‘’＇ʼ][sS](?![\p{L}\p{N}\p{M}])/gu;
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+/g;
  const LETTERS = { ø: "o", ł: "l", đ: "d", ħ: "h", ŧ: "t", ð: "d", þ: "th", æ: "ae", œ: "oe", ς: "σ" };
  const STROKED = /[øłđħŧðþæœς]/g;
  const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;

  // Words as they stand, with their places: what blanks out keeps its length.
  const found = (text) => [...text.replace(POSSESSIVE, "  ").replaceAll("ʼ", "'").matchAll(WORD)];
  const runs = (text) => found(text).map((match) => match[0]);
  const fold = (run) => run.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD")
    .replace(MARKS, "").replace(STROKED, (letter) => LETTERS[letter]).normalize("NFC");

  // What a run is filed under. `ends`: also the last character alone, of a script without spaces.
  const parts = (text, ends) => {
    const out = [];
    let at = 0;
    for (const match of text.matchAll(SPACELESS)) {
      if (match.index > at) out.push(text.slice(at, match.index));
      const letters = [...match[0]];
      for (let i = 0; i + 1 < letters.length; i += 1) out.push(letters[i] + letters[i + 1]);
      if (ends || letters.length === 1) out.push(letters.at(-1));
      at = match.index + match[0].length;
    }
    if (at < text.length) out.push(text.slice(at));
    return out;
  };
  const forms = (run, ends) => runs(fold(run)).flatMap((part) => parts(part, ends));
  const terms = (text, ends) => runs(text).flatMap((run) => forms(run, ends));

  // The places of a text whose words pass a test: [start, end] each.
  const places = (text, test) => found(text).flatMap(({ 0: run, index }) => {
    if (run.search(SPACELESS) < 0) return forms(run).some(test) ? [[index, index + run.length]] : [];
    const out = [];
    for (let i = 0; i < run.length; i += 1) {
      if (!forms(run.slice(i, i + 2)).some(test)) continue;
      const last = out.at(-1);
      if (last && last[1] >= index + i) last[1] = index + Math.min(i + 2, run.length);
      else out.push([index + i, index + Math.min(i + 2, run.length)]);
    }
    return out;
  });

  // A list of words, some with a star for all that begins so -> a test of one form.
  const tester = (words) => {
    const whole = new Set(words.filter((word) => !word.endsWith("*")));
    const open = words.filter((word) => word.endsWith("*") && word.length > 1).map((word) => word.slice(0, -1));
    return (form) => whole.has(form) || open.some((start) => form.startsWith(start));
  };

  globalThis.dateline = Object.assign(globalThis.dateline || {}, { fold, forms, places, runs, terms, tester });
})();
