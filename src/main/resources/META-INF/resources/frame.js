// Tells the page around the frame how high it is, so that nothing scrolls inside.
if (parent !== window) {
  const tell = () => parent.postMessage({ demarcheHeight: document.body.scrollHeight }, "*");
  new ResizeObserver(tell).observe(document.body);
  addEventListener("load", tell);
}
