// The admin's autocomplete boxes have no accessible name of their own: give each that of its field.
const nameOf = (select) =>
  select.getAttribute("aria-label") ?? select.labels?.[0]?.textContent.trim().replace(/[:\uff1a]$/, "") ?? select.name;

const nameBox = (box) => {
  const select = box.previousElementSibling;
  if (!select?.matches("select")) return;
  const chosen = box.querySelector(".select2-selection");
  chosen.removeAttribute("aria-labelledby");
  for (const part of [chosen, ...box.querySelectorAll("[role=textbox], [type=search]")]) part.ariaLabel = nameOf(select);
  // The list of chosen records also holds a button to clear it, so it is no list.
  for (const list of box.querySelectorAll("ul")) {
    list.role = "presentation";
    for (const item of list.children) item.role = "presentation";
  }
};

const nameBoxes = () => document.querySelectorAll(".select2-container").forEach(nameBox);
new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
