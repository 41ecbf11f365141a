/* Copies the words of a result. */
(() => {
  "use strict";
  const words = document.getElementById("shared");
  const button = document.getElementById("copy");
  const said = document.getElementById("copied");
  if (!words || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words.value);
      said.textContent = "Copied.";
    } catch {
      words.select();
      said.textContent = "Press Ctrl and C, or Command and C, to copy.";
    }
  });
})();
