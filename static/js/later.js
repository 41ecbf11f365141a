/* After the first answer: keep the shell at hand for when the connection is gone. */
navigator.serviceWorker?.register("/worker.js").catch(() => {});
