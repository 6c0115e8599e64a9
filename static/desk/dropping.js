// A picture dropped on a caption goes into the caption's own form, and the form is sent.
"use strict";
const DROPPED_ON = ".block, .case, .drop-here";
const dropForm = (target) => target.closest?.(DROPPED_ON)?.querySelector("form[data-drop]");
const holdsFiles = (event) => Boolean(event.dataTransfer?.types.includes("Files"));

const pointAt = (form) => {
  document.querySelectorAll(".dropping").forEach((node) => node.classList.remove("dropping"));
  form?.closest(DROPPED_ON).classList.add("dropping");
};

// The browser itself takes what is dropped on a field for files; anywhere else it would leave the page.
const isOurs = (event) => holdsFiles(event) && !event.target.closest?.("input[type=file]");

document.addEventListener("dragover", (event) => {
  if (!isOurs(event)) return;
  const form = dropForm(event.target);
  event.preventDefault();
  event.dataTransfer.dropEffect = form ? "copy" : "none";
  pointAt(form);
});
document.addEventListener("dragend", () => pointAt(null));
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) pointAt(null); });
document.addEventListener("drop", (event) => {
  if (!isOurs(event)) return;
  event.preventDefault();
  pointAt(null);
  const form = dropForm(event.target);
  const files = event.dataTransfer.files;
  if (!form || files.length !== 1) return;
  form.elements.picture.files = files;
  form.requestSubmit();
});
