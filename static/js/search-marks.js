// An article opened from the search: ?hl=words are marked in its text, which itself stays as it is.
(() => {
  "use strict";
  const words = (new URLSearchParams(location.search).get("hl") || "").split(" ").filter(Boolean);
  const text = document.querySelector("article");
  if (!words.length || !text || !globalThis.Highlight || !CSS.highlights) return;
  const test = dateline.tester(words);
  const marks = new Highlight();
  for (const root of text.querySelectorAll("h1, .text")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const [start, end] of dateline.places(node.data, test)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        marks.add(range);
      }
    }
  }
  CSS.highlights.set("found", marks);
})();
