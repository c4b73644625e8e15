// Carries the desk's question to a passkey, and its answer back. Without it one signs in with password and code.
const able =
  window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON;

const deeds = {
  create: (asked) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.publicKey) }),
  get: (asked) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.publicKey) }),
};

function say(form, words) {
  const place = form.querySelector("[role=alert]");
  place.hidden = !words;
  place.textContent = words;
}

async function carry(form) {
  say(form, "");
  const reply = await fetch(form.dataset.ask, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const told = await reply.json();
  if (!reply.ok) return say(form, told.problem ?? form.dataset.failed);
  const credential = await deeds[form.dataset.passkey](JSON.parse(told.options));
  form.elements.question.value = told.question;
  form.elements.answer.value = JSON.stringify(credential);
  // Shown already; the device has answered for it.
  if (form.elements.old) form.elements.old.value = "";
  form.submit();
}

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    carry(form).catch((trouble) => {
      say(form, (trouble.name === "InvalidStateError" && form.dataset.known) || form.dataset.failed);
    });
  });
}
for (const words of able ? document.querySelectorAll("[data-passkey-without]") : []) words.hidden = true;
