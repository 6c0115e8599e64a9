// Ask before leaving the page while the article's form holds changes that are not saved.
const form = document.getElementById("article_form");
let changed = false;
form?.addEventListener("input", () => { changed = true; });
form?.addEventListener("submit", () => { changed = false; });
window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
