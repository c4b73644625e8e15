// Puts what is typed into the lines the missions will see, and shows only the regions of the chosen country.
// Everything works without it.
const form = document.querySelector("form[data-placed]");

const typed = (name) => form.elements[name]?.value.trim() ?? "";

function fill(pattern, values) {
  return Object.entries(values).reduce((line, [key, value]) => line.replace("%" + key, () => value), pattern);
}

function initialsOf(name) {
  const given = typed("initials");
  if (given) return given;
  const letters = name.split(/\s+/).filter(Boolean).map((word) => [...word][0].toUpperCase()).slice(0, 3);
  // Only scripts with capitals have initials; a Han character would give the name away.
  const capitals = letters.every((letter) => letter !== letter.toLowerCase());
  return letters.length > 1 && capitals ? letters.map((letter) => letter + ".").join(" ") : "";
}

function show(disclosure, line) {
  for (const place of form.querySelectorAll(`[data-line="${disclosure}"]`)) place.textContent = line;
}

function preview() {
  const select = form.elements.country;
  const name = typed("name");
  if (!name || !select.value) return;
  const country = select.selectedOptions[0].text;
  const place = typed("city") || (typed("region") && form.elements.region.selectedOptions[0].text);
  const alone = fill(form.dataset.resident ?? country, { country });
  const initials = initialsOf(name);
  show("full", fill(place ? form.dataset.placed : form.dataset.short, { name, place, country }));
  show("initials", initials ? fill(form.dataset.short, { name: initials, country }) : alone);
  show("country", alone);
  form.querySelector("[data-sample]")?.remove();
}

function regions() {
  const box = form.querySelector("[data-regions]");
  if (!box) return;
  const country = form.elements.country.value;
  const groups = [...box.querySelectorAll("optgroup")];
  for (const group of groups) group.hidden = group.disabled = group.dataset.country !== country;
  const chosen = form.elements.region.selectedOptions[0];
  if (chosen?.parentElement.disabled) form.elements.region.value = "";
  box.hidden = groups.every((group) => group.disabled);
}

if (form) {
  form.addEventListener("input", preview);
  form.addEventListener("change", () => { regions(); preview(); });
  regions();
  preview();
}
