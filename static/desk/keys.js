// Every key presses a button that stands on the page: the one nearest to what is looked at.
"use strict";
let row = null;

// Keys: the letter by its place on the keyboard where an input method hides it.
const keyOf = (event) => {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter && !/^[a-z]$/i.test(event.key)) return event.shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return digit && !event.shiftKey ? digit : event.key;
};

const refusing = () => now && one(".refuse[open]", now);
const press = (key) => {
  const refuse = refusing();
  const places = [one("#same"), one(".edit-form"), one("#person"), refuse, now, row, block, document];
  for (const where of places.filter(Boolean)) {
    const found = all("[data-key]", where).find((each) => each.dataset.key === key && isShown(each));
    if (!found) continue;
    found.click();
    if (found.matches("summary")) one(".own [name=reason]", found.parentElement)?.blur();
    if (found.matches("[type=radio]")) stepRow(1);
    return true;
  }
  return false;
};

// Rows to judge one by one, such as the facts of a review: the same two keys move.
const stepRow = (by) => {
  const rows = all("[data-row]");
  const next = rows[rows.indexOf(row) + by];
  if (!next) return;
  row?.classList.remove("now");
  row = next;
  row.classList.add("now");
  row.scrollIntoView({ block: "nearest" });
};

const walk = (key) => {
  const by = "j]".includes(key) ? 1 : -1;
  if ("[]".includes(key)) stepBlock(by);
  else if (one(".case")) step(by);
  else stepRow(by);
  return true;
};

const nextName = () => {
  if (one("#person")) return press("n");
  const follows = (each) => !block || block.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
  const name = all("a.name").find(follows);
  name?.click();
  return Boolean(name);
};

const save = () => {
  const form = one("form[data-guard]");
  form?.requestSubmit();
  return Boolean(form);
};

const putDown = () => {
  const refuse = refusing();
  if (!refuse) return press("Escape");
  refuse.open = false;
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.altKey || one("dialog[open]")) return;
  const key = keyOf(event);
  let done = false;
  if (event.ctrlKey || event.metaKey) done = event.code === "KeyS" && save();
  else if (key === "Escape") done = putDown();
  else if (isTyping(event.target) || localStorage.getItem("desk-keys") === "off") return;
  else if (key === "Enter") done = Boolean(one("#person")) && !event.target.matches("a, button, summary") && press(key);
  else if ("jk[]".includes(key)) done = walk(key);
  else if (key === "n") done = nextName();
  else done = press(key);
  if (done) event.preventDefault();
});

const off = one("#keys-off");
if (off) {
  off.checked = localStorage.getItem("desk-keys") === "off";
  off.addEventListener("change", () => localStorage.setItem("desk-keys", off.checked ? "off" : "on"));
}
document.body.classList.add("scripting");
