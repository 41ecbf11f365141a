/* Moments in the zone of this device. Without it pages show the server's, and say which zone that is. */
(() => {
  "use strict";
  const all = (query) => document.querySelectorAll(query);
  const words = new Intl.DateTimeFormat("en-GB", {
    weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const said = (moment) => {
    const part = Object.fromEntries(words.formatToParts(moment).map((one) => [one.type, one.value]));
    return `${part.weekday} ${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`;
  };
  for (const one of all("time[data-moment]")) one.textContent = said(new Date(one.dateTime));
  for (const one of all("[data-clock]")) {
    one.textContent = `In the time of your device (${words.resolvedOptions().timeZone}); it is now ${said(new Date())}.`;
  }

  /* A field shows this zone's time; what is sent beside it names the moment for good. */
  const local = (moment) => new Date(moment - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  for (const field of all("[data-exact]")) {
    if (field.dataset.exact) field.value = local(new Date(field.dataset.exact));
    field.form.addEventListener("submit", () => {
      field.form.elements[`${field.name}_exact`].value = field.value && new Date(field.value).toISOString();
    });
  }
})();
