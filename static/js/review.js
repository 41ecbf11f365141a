/* Keys of the review page: one press does what the button or link with its letter does. */
(() => {
  "use strict";
  for (const kbd of document.querySelectorAll("kbd[hidden]")) kbd.hidden = false;
  let sent = false;
  document.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
  const typing = (target) => target.matches("input:not([type=radio]):not([type=checkbox]),textarea,select");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "?") {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
      return;
    }
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.disabled) {
      const why = document.getElementById(wanted.getAttribute("aria-describedby"));
      if (why) why.focus();
      return;
    }
    const needed = wanted.dataset.needs && document.getElementById(wanted.dataset.needs);
    if (needed && !needed.value.trim()) needed.focus();
    else {
      if (wanted.type === "radio") wanted.focus();
      wanted.click();
    }
  });
})();
