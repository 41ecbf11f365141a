/* Small comforts for players; every page works without them. */
(() => {
  "use strict";
  const find = (query) => document.querySelector(query);
  const form = find("#answer");
  const verdict = find("#verdict");
  const hint = find(".keys");
  const letters = "abcdefgh";
  let keysOn = true;
  let sent = false;

  /* A page from the browser's memory may be out of date: ask the server again. */
  addEventListener("pageshow", (event) => {
    sent = false;
    if (event.persisted) location.reload();
  });

  if (hint) hint.hidden = false;
  if (verdict) verdict.focus({ preventScroll: true });

  /* An answer is kept on the page until the server has it; the same one sent twice is one answer. */
  const lost = document.createElement("p");
  lost.setAttribute("role", "status");
  form?.append(lost);
  const send = async () => {
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
    } catch {
      lost.textContent = "No connection. Your answer is kept on this page and sent again by itself.";
      setTimeout(send, 3000);
      return;
    }
    lost.textContent = "";
    if (answer.type === "opaqueredirect") location.assign(`${form.action}/proof`);
    else form.submit();
  };
  form?.addEventListener("submit", (event) => {
    const usual = event.submitter?.hasAttribute("formaction");
    if (sent || !usual) event.preventDefault();
    if (!sent && !usual) send();
    sent = true;
  });

  const off = hint?.querySelector("button");
  const show = () => {
    off.textContent = keysOn ? "Turn these keys off" : "Turn the keys on";
    off.setAttribute("aria-pressed", String(!keysOn));
    hint.firstElementChild.hidden = !keysOn;
  };
  if (off) {
    try { keysOn = localStorage.getItem("keys") !== "off"; } catch { /* no storage: keys stay on */ }
    show();
    off.addEventListener("click", () => {
      keysOn = !keysOn;
      try { localStorage.setItem("keys", keysOn ? "on" : "off"); } catch { /* lasts for this page */ }
      show();
    });
  }

  const choose = (key) => {
    const choices = form.querySelectorAll("[type=radio]");
    const choice = choices[/^[1-9]$/.test(key) ? key - 1 : letters.indexOf(key)];
    if (choice) {
      choice.checked = true;
      choice.focus();
    }
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const free = !event.target.closest("a,button,summary");
    if (event.key === "Enter" && free) {
      event.preventDefault();
      if (form) form.requestSubmit();
      else find("#next")?.click();
    } else if (form && keysOn && event.key.length === 1) choose(event.key.toLowerCase());
  });
})();
