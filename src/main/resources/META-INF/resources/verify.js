// Computes a file's code here, so that the file itself need not be sent; without it the server does the same.
const posted = document.querySelector("form[data-here]");
if (posted && crypto.subtle) {
  posted.querySelector("[data-stays]").hidden = false;
  posted.addEventListener("submit", (event) => {
    const file = posted.elements.file.files[0];
    if (!file) return;
    event.preventDefault();
    file.arrayBuffer()
      .then((bytes) => crypto.subtle.digest("SHA-256", bytes))
      .then((hash) => [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join(""))
      .then((digest) => (location.href = "/verify?digest=" + digest), () => posted.submit());
  });
}
