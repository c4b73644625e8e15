// Chinese is written without spaces, and style sheets know nothing of where its words end: a title would be cut anywhere.
// Without this a title is balanced all the same.
const words = new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /^\p{Script=Han}+$/u;
// Words of one character, and pieces of words that are in no dictionary, stay where they are; these end what they follow.
const ENDS = /^[的了着过们吗呢吧]$/u;

/** Whether a line may end between these two words. */
function parts(before, after) {
  const whole = (word) => HAN.test(word) && word.length > 1;
  return whole(after) && !ENDS.test(after[0]) && (whole(before) || ENDS.test(before));
}

function part(text) {
  const said = [...words.segment(text.data)].map(({ segment }) => segment);
  text.replaceWith(...said.flatMap((word, i) => (i > 0 && parts(said[i - 1], word) ? [document.createElement("wbr"), word] : [word])));
}

for (const heading of document.querySelectorAll(":is(h1, h2, h3, legend):lang(zh)")) {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.forEach(part);
  heading.dataset.parted = "";
}
