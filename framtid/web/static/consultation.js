// A facilitator's own link has the secret behind `#`, which no server is sent: it is put in the form, and sent.
const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-leading]"));
const [, secret] = /^#nokkel=(.+)$/.exec(location.hash) ?? [];
if (secret) {
  history.replaceState(null, "", location.pathname + location.search);
  /** @type {HTMLInputElement} */ (form.querySelector("[name=hemmelig]")).value = secret;
  form.requestSubmit();
}
