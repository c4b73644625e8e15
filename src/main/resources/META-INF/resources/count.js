// Brings the count up to date while somebody reads; without it the page says what it knew when it was sent.
const EVERY = 20_000;

function bringUpToDate(figure, count) {
  const box = figure.closest(".count");
  const words = figure.parentElement.querySelector("[data-one]");
  const line = box?.querySelector("progress");
  figure.textContent = new Intl.NumberFormat("en").format(count);
  figure.parentElement.hidden = count === 0 && box?.querySelector("[data-while='0']") !== null;
  if (words) words.textContent = count === 1 ? words.dataset.one : words.dataset.many;
  for (const sentence of box?.querySelectorAll("[data-while]") ?? []) sentence.hidden = sentence.dataset.while !== `${count}`;
  if (line) line.value = Math.min(count, line.max);
}

for (const figure of document.querySelectorAll("[data-count]")) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(`/api/v1/campaigns/${figure.dataset.count}/count`).catch(() => null);
    if (!answer?.ok) return;
    bringUpToDate(figure, (await answer.json()).count);
  }, EVERY);
}
