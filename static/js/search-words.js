// Text -> the words by which it is found: runs of letters, folded. The same rules as dateline/search/words.py; a test
// holds the two together over every character.
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const APOSTROPHE = /['`´‘’＇ʼ]([sS](?![\p{L}\p{N}\p{M}]))?/gu; // with a possessive's s
const MARKS = /[\u0300-\u036f\u0640]|(?=[\u0591-\u0670])\p{M}/gu;
const LETTERS = { ø: "o", ł: "l", đ: "d", ħ: "h", ŧ: "t", ð: "d", þ: "th", æ: "ae", œ: "oe", ς: "σ" };
const SPACELESS = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;

// Words as they stand, with their places: what blanks out keeps its length.
const matches = (text) => [...text.replace(APOSTROPHE, (gone) => " ".repeat(gone.length)).matchAll(WORD)];
const runs = (text) => matches(text).map((match) => match[0]);
const fold = (run) => run.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD").replace(MARKS, "")
  .replace(/[^ -~]/g, (letter) => LETTERS[letter] || letter).normalize("NFC");

// What a run is filed under: itself folded, or pairs of characters where its script has no spaces.
const forms = (run) => runs(fold(run)).flatMap((part) => part.split(SPACELESS).flatMap((piece, i) => {
  const letters = [...piece];
  return i % 2 && letters[1] ? letters.slice(1).map((letter, at) => letters[at] + letter) : piece || [];
}));
const terms = (text) => runs(text).flatMap(forms);

// The places of a text whose words pass a test: [start, end] each.
const places = (text, test) => {
  const out = [];
  for (const { 0: run, index } of matches(text)) {
    const whole = !SPACELESS.test(run);
    for (let at = 0; at < run.length; at += whole ? run.length : 1) {
      const piece = whole ? run : run.slice(at, at + 2);
      if (!forms(piece).some(test)) continue;
      const [start, end] = [index + at, index + at + piece.length];
      if (out.at(-1)?.[1] >= start) out.at(-1)[1] = end;
      else out.push([start, end]);
    }
  }
  return out;
};

// A list of words, some with a star for all that begins so -> a test of one form.
const tester = (words) => (form) => words.some((word) => form === word || (word.endsWith("*") && form.startsWith(word.slice(0, -1))));
