// An article: links to its paragraphs, rules of quotes for those who tap, marked words for those who come from the search.
(() => {
  "use strict";
  // Opened from the search with ?hl=words: only then is what marks them fetched.
  const marks = document.currentScript.dataset.marks;
  if (marks && new URLSearchParams(location.search).get("hl")) {
    const script = document.createElement("script");
    script.src = marks;
    document.head.append(script);
  }

  // With somebody listening for touches, a tap counts as a pointer that rests: quotes then show their rule.
  document.addEventListener("touchstart", () => {}, { passive: true });

  // The list beside the text says who says what, and by which rule; each quote in the text is told, and shows it.
  for (const speaker of document.querySelectorAll(".why > li")) {
    let rule = "";
    for (const saying of speaker.querySelectorAll("ul > li")) {
      rule = saying.querySelector("span")?.textContent || rule;
      const anchor = saying.querySelector("a")?.hash.slice(1);
      const parts = anchor ? document.querySelectorAll(`#${anchor}, [id^="${anchor}-"]`) : [];
      for (const part of parts) part.dataset.why = `${speaker.querySelector("a").textContent} · ${rule}`;
    }
  }

  // A link to a paragraph, in the margin, once a pointer is on it: for pointers alone, a screen reader meets none.
  document.querySelector(".text").addEventListener("pointerover", ({ target }) => {
    const paragraph = target.closest("p[id]");
    if (!paragraph || paragraph.querySelector(".at")) return;
    const link = document.createElement("a");
    link.className = "at";
    link.href = `#${paragraph.id}`;
    link.tabIndex = -1;
    link.ariaHidden = "true";
    paragraph.prepend(link);
  });
})();
