// An article opened from the search: ?hl=words are marked in its text, which itself stays as it is.
const words = (new URLSearchParams(location.search).get("hl") || "").split(" ").filter(Boolean);
if (words.length && globalThis.Highlight && CSS.highlights) {
  const test = tester(words);
  const marks = new Highlight();
  for (const root of document.querySelectorAll("article h1, article .text")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const [start, end] of places(node.data, test)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        marks.add(range);
      }
    }
  }
  CSS.highlights.set("found", marks);
}
