// Computes a file's code here, so that the file itself need not be sent; without it the server does the same.
const form = document.querySelector("form[data-here]");
if (form && crypto.subtle) {
  form.querySelector("[data-stays]").hidden = false;
  form.addEventListener("submit", (event) => {
    const file = form.elements.file.files[0];
    if (!file) return;
    event.preventDefault();
    file.arrayBuffer()
      .then((bytes) => crypto.subtle.digest("SHA-256", bytes))
      .then((hash) => [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join(""))
      .then((digest) => (location.href = "/verify?digest=" + digest), () => form.submit());
  });
}
