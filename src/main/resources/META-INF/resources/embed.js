// For other sites, in one line: <script async src="https://…/embed.js" data-campaign="…"></script>
// Puts a frame where that line stands, says which site it stands on, and gives it the height it asks for. Nothing else.
for (const line of document.querySelectorAll('script[data-campaign][src*="/embed.js"]:not([data-shown])')) {
  line.dataset.shown = "";
  const address = new URL("embed/" + encodeURIComponent(line.dataset.campaign), line.src);
  address.searchParams.set("source", line.dataset.source || location.hostname);
  const language = line.dataset.lang || document.documentElement.lang;
  if (language) address.searchParams.set("lang", language);

  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = line.dataset.title || "Petition";
  frame.loading = "lazy";
  frame.width = "100%";
  frame.height = 360;
  frame.style.border = "0";
  frame.style.colorScheme = "light dark";
  addEventListener("message", (event) => {
    const height = event.data?.demarcheHeight;
    if (event.source === frame.contentWindow && height > 0 && height < 5000) frame.height = Math.ceil(height);
  });
  line.after(frame);
}
