/* Asks now and then how far work in the background is; when it is over, the page is loaded again. */
(() => {
  "use strict";
  const job = document.querySelector("[data-progress]");
  if (!job) return;
  const words = job.querySelector(".job-words span");
  const bar = job.querySelector("progress");
  let wait = 1000;

  const show = (found) => {
    if (words.textContent !== found.words) words.textContent = found.words;
    if (found.total) {
      bar.max = found.total;
      bar.value = found.done;
    } else bar.removeAttribute("value");
  };
  const ask = async () => {
    try {
      const answer = await fetch(job.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) return location.reload();
      const found = await answer.json();
      if (found.over) return location.reload();
      show(found);
      wait = 1000;
    } catch {
      wait = Math.min(wait * 2, 30000);
    }
    setTimeout(ask, wait);
  };
  setTimeout(ask, wait);
})();
