// Under pressure the server asks for a proof of work: it is found here, on this device, without any third party.
// Without scripts the form works too; under pressure a person then looks at it first.
const signing = document.querySelector("form.sign input[name=proof]")?.form;
const FRESH_MS = 10 * 60 * 1000;
let search = null;

async function find() {
  const answer = await fetch("/api/v1/challenge", { cache: "no-store" });
  const challenge = await answer.json();
  if (!challenge.required) return { proof: "", at: Date.now() };
  return new Promise((resolve) => {
    const worker = new Worker("/proof-worker.js");
    const done = (proof) => {
      worker.terminate();
      resolve({ proof, at: Date.now() });
    };
    worker.onmessage = (message) => done(message.data);
    worker.onerror = () => done("");
    worker.postMessage(challenge);
  });
}

const begin = () => (search ??= find().catch(() => ({ proof: "", at: Date.now() })));

if (signing) {
  let ready = false;
  signing.addEventListener("submit", async (event) => {
    if (ready) return;
    event.preventDefault();
    const submitter = event.submitter;
    let found = await begin();
    // Pressure may have begun since the form was opened, and a proof grows stale.
    if (!found.proof || Date.now() - found.at > FRESH_MS) {
      search = null;
      found = await begin();
    }
    signing.elements.proof.value = found.proof;
    ready = true;
    signing.requestSubmit(submitter);
  });
  signing.addEventListener("focusin", begin, { once: true });
}
