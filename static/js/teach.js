/* Comforts for teachers: moving questions by dragging and keys, deciding by keys, marking words. Every page works without. */
(() => {
  "use strict";
  const find = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];

  /* A quiz's list: each move is the form that its buttons send; what moved is said where screen readers listen. */
  const list = find("#questions");
  const said = find("#said");
  const rows = () => all("[data-question]", list);
  const dress = () => {
    const how = find("#how", list);
    if (how) how.hidden = false;
    for (const row of rows()) row.draggable = true;
  };
  const move = async (row, to, button) => {
    const form = find("form.mv", row);
    const body = new URLSearchParams(new FormData(form));
    body.set("to", to);
    let page;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok) return location.reload();
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      said.textContent = "No connection. Nothing was moved; try again in a moment.";
      return;
    }
    const id = row.dataset.question;
    list.replaceChildren(...find("#questions", page).childNodes);
    said.replaceChildren(...find("#said", page).childNodes);
    dress();
    const moved = find(`[data-question="${id}"]`, list);
    const buttons = all("[name=to]", moved);
    (buttons[button].disabled ? buttons[1 - button] : buttons[button]).focus();
    moved.scrollIntoView({ block: "nearest" });
  };
  if (list && said) {
    let dragged;
    dress();
    list.addEventListener("submit", (event) => {
      if (event.submitter?.name !== "to") return;
      event.preventDefault();
      const row = event.submitter.closest("[data-question]");
      move(row, event.submitter.value, all("[name=to]", row).indexOf(event.submitter));
    });
    list.addEventListener("keydown", (event) => {
      const row = event.target.closest("[data-question]");
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!row || !event.altKey || !step) return;
      event.preventDefault();
      const place = rows().indexOf(row) + 1 + step;
      if (place >= 1 && place <= rows().length) move(row, place, step > 0 ? 1 : 0);
    });
    list.addEventListener("dragstart", (event) => {
      dragged = event.target.closest?.("[data-question]");
      dragged?.classList.add("dragged");
    });
    list.addEventListener("dragover", (event) => {
      const row = event.target.closest("[data-question]");
      if (!dragged || !row) return;
      event.preventDefault();
      for (const one of rows()) one.classList.toggle("over", one === row && one !== dragged);
    });
    list.addEventListener("dragend", () => {
      for (const one of rows()) one.classList.remove("dragged", "over");
      dragged = undefined;
    });
    list.addEventListener("drop", (event) => {
      const row = event.target.closest("[data-question]");
      if (!dragged || !row) return;
      event.preventDefault();
      if (row !== dragged) move(dragged, rows().indexOf(row) + 1, 0);
    });
  }

  /* Deciding by keys: the question that has the focus, or the first that waits. */
  const offers = all("[data-offer]");
  const hint = find(".keys");
  let keysOn = true;
  if (offers.length && hint) {
    const off = find("button", hint);
    const show = () => {
      off.textContent = keysOn ? "Turn these keys off" : "Turn the keys on";
      off.setAttribute("aria-pressed", String(!keysOn));
      hint.firstElementChild.hidden = !keysOn;
    };
    try { keysOn = localStorage.getItem("keys") !== "off"; } catch { /* no storage: keys stay on */ }
    hint.hidden = false;
    show();
    off.addEventListener("click", () => {
      keysOn = !keysOn;
      try { localStorage.setItem("keys", keysOn ? "on" : "off"); } catch { /* lasts for this page */ }
      show();
    });
    let at = offers.find((offer) => `#${offer.id}` === location.hash);
    /* The article beside the questions shows the words that the current one rests on. */
    const source = find("[data-ask]");
    const follow = (offer) => {
      const number = find(".n", offer)?.textContent.trim();
      const sup = all("sup", source).find((one) => one.textContent.split(", ").includes(number));
      if (!sup) return;
      source.scrollTop += sup.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 2;
    };
    const go = (offer) => {
      if (!offer) return;
      at = offer;
      offer.focus({ preventScroll: true });
      offer.scrollIntoView({ block: "start" });
    };
    if (at) at.focus({ preventScroll: true });
    const press = (key) => {
      const place = offers.indexOf(at);
      if (key === "j") return go(offers[place + 1]);
      if (key === "k") return go(offers[place - 1]);
      if (key === "?") return hint.scrollIntoView({ block: "center" });
      if (!at) return go(offers[0]);
      const target = find(`[data-key=${key}]`, at);
      if (!target) return;
      target.click();
      if (key === "r") find(".reject .reasons button", at)?.focus();
    };
    for (const offer of offers) offer.addEventListener("focusin", () => {
      if (at !== offer || !offer.contains(document.activeElement.closest("details"))) follow(offer);
      at = offer;
    });
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !keysOn) return;
      if (event.target.closest("input,textarea,select") || !"jkareu?".includes(event.key)) return;
      event.preventDefault();
      press(event.key);
    });
  }

  /* Marked words as places in the article: the page counts UTF-16 units, the server code points. */
  const placeOf = (node, offset) => {
    const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!run) return undefined;
    const before = document.createRange();
    before.selectNodeContents(run);
    before.setEnd(node, offset);
    return Number(run.dataset.at) + [...before.toString()].length;
  };
  const marked = (within) => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !within.contains(chosen.anchorNode) || !within.contains(chosen.focusNode)) return undefined;
    const range = chosen.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    return start < end ? { start, end, words: range.toString().trim() } : undefined;
  };
  const source = find("[data-ask]");
  const ask = find("#ask");
  if (source && ask) {
    const plain = ask.lastElementChild.textContent;
    find("#mark-hint").hidden = false;
    document.addEventListener("selectionchange", () => {
      const found = marked(source);
      ask.href = found ? `${source.dataset.ask}?start=${found.start}&end=${found.end}` : source.dataset.ask;
      ask.lastElementChild.textContent = found ? "Ask about these words" : plain;
    });
  }

  /* Live checks: what "Check it" would say, a moment after typing ends. */
  const live = find("[data-live]");
  if (live) {
    let soon, turn = 0;
    const check = async () => {
      const mine = ++turn;
      const body = new URLSearchParams(new FormData(live));
      body.set("check", "yes");
      try {
        const answer = await fetch(live.action, { method: "POST", body });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = find("#checks", page);
        if (answer.ok && found && mine === turn) find("#checks").replaceChildren(...found.childNodes);
      } catch { /* no connection: the button still asks */ }
    };
    const later = () => {
      clearTimeout(soon);
      const written = ["stem", "key"].every((name) => live.elements[name].value.trim());
      if (written) soon = setTimeout(check, 700);
    };
    live.addEventListener("input", later);
    const text = find("#pick-text");
    if (text) {
      text.hidden = false;
      find("#pick-list").hidden = true;
      document.addEventListener("selectionchange", () => {
        const found = marked(text);
        if (!found) return;
        live.elements.start.value = found.start;
        live.elements.end.value = found.end;
        find("#quote mark").textContent = found.words;
        later();
      });
    }
  }
})();
