// Words marked in the article's text are taken into the field of words that was used last.
"use strict";
const source = document.querySelector("[data-source]");
const take = document.querySelector("[data-take]");
const isForWords = (field) => field.matches?.("[data-words]") && !field.name.includes("__prefix__");
let used = null;
let marked = "";

document.addEventListener("focusin", (event) => {
  if (isForWords(event.target)) used = event.target;
});
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (source?.contains(chosen.anchorNode) && source.contains(chosen.focusNode)) marked = chosen.toString().trim();
});
take?.addEventListener("click", () => {
  const field = used ?? [...document.querySelectorAll("[data-words]")].find(isForWords);
  if (!field || !marked) return;
  field.value = marked;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
if (take) take.hidden = false;
