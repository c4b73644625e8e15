// Chinese is written without spaces, and style sheets know nothing of where its words end: a title would be cut anywhere.
// Without this a title is balanced all the same.
const words = Intl.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /^\p{Script=Han}+$/u;
// Words of one character, and pieces of words that are in no dictionary, stay where they are; these end what they follow.
const ENDS = /^[的了着过们吗呢吧]$/u;
const DATE = /((?:\d+年)?\d+月\d+日)/;

/** Whether a line may end between these two words. */
function parts(before, after) {
  const whole = (word) => HAN.test(word) && word.length > 1;
  return whole(after) && !ENDS.test(after[0]) && (whole(before) || ENDS.test(before));
}

function part(text) {
  const said = [...words.segment(text.data)].map(({ segment }) => segment);
  text.replaceWith(...said.flatMap((word, i) => (i > 0 && parts(said[i - 1], word) ? [document.createElement("wbr"), word] : [word])));
}

function texts(within) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

for (const heading of words ? document.querySelectorAll(":is(h1, h2, h3, legend):lang(zh)") : []) {
  texts(heading).forEach(part);
  heading.dataset.parted = "";
}

// A date is one word, in Japanese too.
for (const text of texts(document.querySelector("main"))) {
  if (!DATE.test(text.data) || text.parentElement.closest("[data-parted], .when, .sheet")) continue;
  text.replaceWith(...text.data.split(DATE).map((piece) => {
    if (!DATE.test(piece)) return piece;
    const date = document.createElement("span");
    date.className = "when";
    date.textContent = piece;
    return date;
  }));
}
