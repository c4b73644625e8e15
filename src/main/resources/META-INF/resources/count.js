// Brings the count up to date while somebody reads; without it the page says what it knew when it was sent.
const EVERY = 20_000;
for (const figure of document.querySelectorAll("[data-count]")) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(`/api/v1/campaigns/${figure.dataset.count}/count`).catch(() => null);
    if (!answer?.ok) return;
    const { count } = await answer.json();
    figure.textContent = new Intl.NumberFormat("en").format(count);
    const line = figure.closest(".count")?.querySelector("progress");
    if (line) line.value = Math.min(count, line.max);
  }, EVERY);
}
