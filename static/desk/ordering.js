// Rows of a printed list are dragged to their places; the numbers in them follow.
"use strict";
const numbersOf = (list) => [...list.querySelectorAll(".place")];

const renumber = (list, moved) => {
  let place = 0;
  for (const field of numbersOf(list)) {
    if (!field.value && !moved.contains(field)) continue;
    place += 1;
    field.value = place;
  }
  numbersOf(list)[0].dispatchEvent(new Event("input", { bubbles: true }));
};

const letDrag = (list) => {
  let held = null;
  for (const row of list.rows) {
    row.lastElementChild.draggable = true;
    row.lastElementChild.classList.add("held");
  }
  list.addEventListener("dragstart", (event) => {
    held = event.target.closest("tr");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(held, 0, 0);
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("tr");
    if (!held) return;
    event.preventDefault();
    if (over === held) return;
    const room = over.getBoundingClientRect();
    if (event.clientY < room.top + room.height / 2) over.before(held);
    else over.after(held);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", () => {
    if (held) renumber(list, held);
    held = null;
  });
};

document.querySelectorAll("[data-order]").forEach(letDrag);
