// Shows the letter while it is written. Everything works without it: the buttons do the same.
const form = document.querySelector("form[data-live]");
const PAUSE = 700;
const LONG_PAUSE = 1800;
let soon;
let later;
let latest = 0;

const typed = () => {
  const data = new URLSearchParams(new FormData(form));
  data.set("action", "preview");
  return data;
};

async function words() {
  const turn = ++latest;
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: typed() });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== latest) return;
  const faults = page.querySelector("#said");
  if (faults) document.getElementById("said").replaceWith(faults);
  // While a line is half written the last good preview stays.
  if (answer.ok) document.getElementById("words").replaceWith(page.getElementById("words"));
}

async function paper() {
  const answer = await fetch(document.getElementById("to-paper").formAction, { method: "POST", body: typed() });
  if (!answer.ok) return;
  const old = document.getElementById("paper");
  const fresh = old.cloneNode();
  // A new frame, because a new address in the old one would be a step of the Back button.
  fresh.src = URL.createObjectURL(await answer.blob());
  fresh.addEventListener("load", () => URL.revokeObjectURL(fresh.src), { once: true });
  old.replaceWith(fresh);
}

if (form && document.getElementById("to-paper")) {
  form.addEventListener("input", () => {
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(words, PAUSE);
    later = setTimeout(paper, LONG_PAUSE);
  });
}
