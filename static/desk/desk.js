// Speed for forms that work without it: what is looked at, and every change as the POST of a form that stands on the page.
"use strict";
const one = (what, root = document) => root.querySelector(what);
const all = (what, root = document) => [...root.querySelectorAll(what)];
const isShown = (node) => Boolean(node?.getClientRects().length);
const isTyping = (node) => Boolean(node?.matches?.("textarea, select, input:not([type=radio], [type=checkbox], [type=file])"));
const bench = one(".bench");

// Which case and which block are looked at.
let now = null;
let block = null;

const bring = (node) => {
  const pane = node?.closest(".pane");
  if (!pane || !isShown(node)) return;
  const place = node.getBoundingClientRect();
  const room = pane.getBoundingClientRect();
  const fits = place.top > room.top + 60 && place.bottom < room.bottom - 50;
  if (!fits) pane.scrollTop += place.top - room.top - Math.min(room.height / 3, 260);
};

// Where a block stands on the picture of the page, else in its text.
const pieceOf = (id) => {
  const name = CSS.escape(id);
  return one(`.sheet .piece[data-blocks~="${name}"]`) ?? one(`.piece[href="#${name}"]`);
};

const blockOf = (link) => document.getElementById(link.getAttribute("href").slice(1));

const lookAtBlock = (next) => {
  all(".block.now, .piece.now").forEach((node) => node.classList.remove("now"));
  block = next ?? null;
  if (!block) return;
  block.classList.add("now");
  const piece = pieceOf(block.id);
  piece?.classList.add("now");
  bring(piece);
};

const lookAt = (found) => {
  if (!found) return;
  all(".case").forEach((other) => { other.open = other === found; });
  all("[data-case].now").forEach((node) => node.classList.remove("now"));
  now = found;
  lookAtBlock(document.getElementById(found.dataset.block));
  const words = all(`[data-case="${found.id.slice(5)}"]`);
  words.forEach((node) => node.classList.add("now"));
  bring(words[0] ?? block);
  bring(found);
  one("summary", found).focus({ preventScroll: true });
};

const waits = (found) => !found.classList.contains("done") && !found.dataset.sending;

const step = (by) => {
  const cases = all(".case");
  const waiting = cases.some(waits);
  let place = cases.indexOf(now) + by;
  while (cases[place] && waiting && !waits(cases[place])) place += by;
  if (cases[place]) lookAt(cases[place]);
  else if (waiting && by > 0) lookAt(cases.find(waits));
};

const stepBlock = (by) => {
  const blocks = all(".block[id]");
  const next = blocks[blocks.indexOf(block) + by];
  if (!next) return;
  lookAtBlock(next);
  bring(next);
};

// A failure stays in sight beside later successes, until something has been recorded at that very case.
let failure = null;
const tell = (words) => {
  const told = [failure?.words, words].filter(Boolean).map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  });
  const box = one("#said");
  box.classList.toggle("failed", Boolean(failure));
  box.replaceChildren(...told);
};

// The answer to a form is the page itself; the parts that differ are put in place, but for what somebody types in.
const isWorkedIn = (part) => part.contains(document.activeElement) && isTyping(document.activeElement) || one("form[data-changed]", part);
const place = (page) => {
  for (const fresh of all("[data-part]", page)) {
    const old = document.getElementById(fresh.id);
    if (!old || old.outerHTML === fresh.outerHTML || fresh.id === "said") continue;
    if (isWorkedIn(old)) continue;
    const isNow = old === now;
    if (old.matches(".case")) {
      if (old.dataset.sending) continue;
      fresh.open = old.open;
      fresh.removeAttribute("name");
    }
    const wasBlock = block && old.contains(block) ? block.id : null;
    old.replaceWith(fresh);
    if (wasBlock) lookAtBlock(document.getElementById(wasBlock));
    if (isNow) now = fresh;
  }
  one(".list").hidden = Boolean(one("#opened > *"));
  all(`[data-case="${now?.id.slice(5)}"]`).forEach((node) => node.classList.add("now"));
};

const comesBack = (form, words, answered) => {
  const of = form.closest(".case");
  if (form.dataset.draft) {
    form.dataset.changed = form.dataset.unkept = "yes";
    keepDraft(form);
  }
  failure = { case: of?.id, words };
  if (of) {
    delete of.dataset.sending;
    of.classList.remove("done");
    const refuse = answered && one(".refuse", of);
    if (refuse && one(".own [name=reason]", refuse)?.value) refuse.open = true;
    lookAt(of);
  }
  tell("");
};

const fetched = async (form, body) => {
  try {
    return await fetch(form.action, { method: "POST", body, headers: { "X-Desk": "parts" } });
  } catch {
    return null;
  }
};

// What did not belong to a case is done: the address forgets it, and the next case is looked at.
const goOn = (form, page) => {
  history.replaceState(null, "", location.pathname);
  // What was undone waits again where it stood.
  if (form.matches(".back")) return lookAt(document.getElementById(one(".case[open]", page)?.id));
  lookAt(document.getElementById(now?.id) ?? one(".case:not(.done)"));
  if (!waits(now ?? document.body)) step(1);
};

const post = async (form, body) => {
  const of = form.closest(".case");
  const answer = await fetched(form, body);
  if (!answer) return comesBack(form, bench.dataset.unsent);
  // What waits for a second person is shown where it waits.
  if (answer.redirected && answer.url.includes("/desk/asked/")) return location.assign(answer.url);
  // A login page or a fault is no answer to this form: what was typed stays where it is.
  if (answer.redirected || ![200, 409].includes(answer.status)) return comesBack(form, bench.dataset.signedOut);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = one("#said p", page)?.textContent ?? "";
  if (answer.status === 409) {
    // Of three columns and of refused words the page itself is shown.
    if (!one("#said", page) || form.matches(".edit-form")) return HTMLFormElement.prototype.submit.call(form);
    return comesBack(form, told, true);
  }
  if (of) delete of.dataset.sending;
  if (!of || failure?.case === of.id) failure = null;
  for (const settled of [form, ...all("form[data-changed]", of ?? form)]) delete settled.dataset.changed;
  if (!of) document.activeElement?.blur();
  place(page);
  tell(told || bench.dataset.recorded);
  if (!of) goOn(form, page);
};

// Forms are sent one after another, and the editor is at the next case before the answer has come.
let line = Promise.resolve();
document.addEventListener("submit", (event) => {
  const form = event.target;
  // What lays blocks out may make an article, or take one away: the page is shown anew.
  if (form.method !== "post" || !bench || form.matches(".apart, [data-whole]") || !form.closest(".bench, .toolbar")) return;
  event.preventDefault();
  const of = form.closest(".case");
  if (of?.dataset.sending || form.dataset.sending) return;
  const body = new FormData(form, event.submitter);
  if (of) {
    of.dataset.sending = "yes";
    if (!form.action.endsWith("/reopen/")) {
      of.classList.add("done");
      step(1);
    }
  }
  line = line.then(() => post(form, body));
});

// Who points at a place of the picture sees its block, who points at a block its place.
const point = (event) => {
  all(".pointed").forEach((node) => node.classList.remove("pointed"));
  const piece = event.target.closest(".sheet .piece");
  const words = event.target.closest(".block");
  const other = piece ? blockOf(piece) : words && pieceOf(words.id);
  other?.classList.add("pointed");
};
if (one(".sheet")) ["mouseover", "focusin"].forEach((kind) => document.addEventListener(kind, point));

document.addEventListener("click", (event) => {
  const piece = event.target.closest("a.piece[href], .case a[href^='#b']");
  if (piece) {
    event.preventDefault();
    lookAtBlock(blockOf(piece));
    bring(block);
  }
  const head = event.target.closest(".case > summary");
  if (head && event.detail > 0) {
    event.preventDefault();
    lookAt(head.parentElement);
  }
  // Who comes back from a block, a name or a preview finds the case open that was left.
  const away = event.target.closest("a.name, a[data-key=e], a[data-key=A], a[data-key=m], a[data-key=n]");
  if (away && now && !away.href.includes("case=")) away.search += `&case=${now.id.slice(5)}`;
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
});

// Who types words of their own has chosen them.
document.addEventListener("input", (event) => {
  const own = event.target.matches("textarea") && one(".outcome:focus-within [type=radio]");
  if (own) own.checked = true;
});

// Who has taken a page or an article up and is still at it keeps it.
const presence = one("form[data-presence]");
const STILL_HERE = 300_000;
const stillHere = () => document.hidden || fetch(presence.action, { method: "POST", body: new FormData(presence) }).catch(() => null);
if (presence) setInterval(stillHere, STILL_HERE);

if (bench) {
  // Which case is open is ours from here on: the browser's own one-at-a-time would fight the decided ones.
  all(".case").forEach((each) => each.removeAttribute("name"));
  now = one(".case[open]");
  if (one("#opened > *, .edit-form, .verbs-form")) lookAtBlock(one(".block:target"));
  else lookAt(now);
  bring(one(".edit-form, .verbs-form") ?? one(".block:target"));
  // The browser goes to the block that the address names when all is loaded, and takes the cursor along.
  window.addEventListener("load", () => requestAnimationFrame(() => one(".edit-form [name=words]")?.focus()));
}
