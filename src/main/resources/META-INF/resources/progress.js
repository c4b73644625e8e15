// Renews what changes while letters leave, every few seconds, as long as somebody looks. Without it the page is reloaded by hand.
const EVERY = 3000;

async function renew(place) {
  if (document.hidden) return;
  const answer = await fetch(place.dataset.live, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...fresh.body.childNodes);
}

for (const place of document.querySelectorAll("[data-live]")) {
  setInterval(() => renew(place).catch(() => {}), EVERY);
}
