// A field to sign in with a finger, a pen or a mouse; what is drawn goes into the form as path data. Without this script
// the field is not there, and a letter goes out with the name alone, as it does when nothing is drawn.
const LONGEST = 16000;
const CLOSEST = 2;

for (const pad of document.querySelectorAll("[data-pen]")) {
  const field = pad.querySelector("svg");
  const path = field.querySelector("path");
  const input = pad.querySelector("input");
  const { width, height } = field.viewBox.baseVal;
  let last = null;

  const at = (event) => {
    const box = field.getBoundingClientRect();
    const inside = (share, size) => Math.round(Math.min(1, Math.max(0, share)) * size);
    return [inside((event.clientX - box.left) / box.width, width), inside((event.clientY - box.top) / box.height, height)];
  };

  const draw = (step) => {
    if (input.value.length + step.length >= LONGEST) return;
    input.value = (input.value + step).trim();
    path.setAttribute("d", input.value);
  };

  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    last = at(event);
    draw(` M ${last.join(" ")} L ${last.join(" ")}`);
  });
  field.addEventListener("pointermove", (event) => {
    if (!last) return;
    const here = at(event);
    if (Math.hypot(here[0] - last[0], here[1] - last[1]) < CLOSEST) return;
    draw(` L ${here.join(" ")}`);
    last = here;
  });
  for (const end of ["pointerup", "pointercancel"]) field.addEventListener(end, () => (last = null));
  pad.querySelector("button").addEventListener("click", () => {
    input.value = "";
    path.setAttribute("d", "");
  });

  path.setAttribute("d", input.value);
  pad.hidden = false;
}
