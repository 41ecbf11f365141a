/* Counts the time down and says it now and then; the server's clock decides. */
(() => {
  "use strict";
  const shown = document.getElementById("left");
  const spoken = document.getElementById("spoken");
  if (!shown) return;
  const rest = shown.textContent.split(" left ")[1] || "";
  const many = (number, word) => (number ? `${number} ${word}${number === 1 ? "" : "s"} ` : "");
  const first = parseInt(shown.dateTime.slice(2), 10);
  const end = Date.now() + first * 1000;
  const thresholds = spoken.title.split(" ").map(Number);
  spoken.removeAttribute("title");
  let before = first;

  const tick = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const words = `${many(Math.floor(left / 60), "minute")}${many(left % 60, "second")}left ${rest}`;
    if (left !== before) {
      shown.textContent = left ? words : "The time is over. You can still answer and see the proof, but it will not count as right.";
      if (!left) spoken.textContent = shown.textContent;
      else if (thresholds.some((one) => left <= one && one < before)) spoken.textContent = words;
    }
    before = left;
    if (left) setTimeout(tick, 250);
  };
  if (first) tick();
})();
