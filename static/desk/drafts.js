// What is typed into a form is kept on the server until it is saved.
const keepDraft = async (form) => {
  const headers = { "X-Desk": "parts" };
  const kept = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), headers }).catch(() => null);
  if (kept?.status === 204) delete form.dataset.unkept;
};

// Nothing typed is left behind without a question.
// A draft is sent when the hands rest; what was saved meanwhile is none any more.
const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard], form[data-draft]");
  if (!form) return;
  form.dataset.changed = form.dataset.unkept = "yes";
  clearTimeout(timers.get(form));
  if (form.dataset.draft) timers.set(form, setTimeout(keepDraft, 1200, form));
});
document.addEventListener("submit", (event) => {
  clearTimeout(timers.get(event.target));
  delete event.target.dataset.changed;
  delete event.target.dataset.unkept;
}, true);
window.addEventListener("beforeunload", (event) => { if (document.querySelector("form[data-unkept]")) event.preventDefault(); });
