// Renews what changes by itself, every few seconds, as long as somebody looks. Without it the page is reloaded by hand.
const EVERY = 3000;

const opened = (place) => [...place.querySelectorAll("details")].map((details) => details.open);

async function renew(place) {
  // Whoever stands in it with the keyboard is not thrown out.
  if (document.hidden || place.contains(document.activeElement)) return;
  const answer = await fetch(place.dataset.live, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const open = opened(place);
  place.replaceChildren(...fresh.body.childNodes);
  place.querySelectorAll("details").forEach((details, i) => { details.open = open[i] ?? false; });
}

for (const place of document.querySelectorAll("[data-live]")) {
  setInterval(() => renew(place).catch(() => {}), EVERY);
}
