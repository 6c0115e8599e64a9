// Rows of a printed list are dragged to their places by mouse, pen or finger; the numbers in them follow.
"use strict";
const EDGE = 48;
const STEP = 14;
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

const grip = () => {
  const handle = document.createElement("td");
  handle.className = "grip";
  handle.setAttribute("aria-hidden", "true");
  handle.textContent = "⠿";
  return handle;
};

// Near an edge of the window the page goes along, so that a long list can be crossed in one move.
const goAlong = (y) => {
  if (y < EDGE) window.scrollBy(0, -STEP);
  else if (y > window.innerHeight - EDGE) window.scrollBy(0, STEP);
};

const putAt = (list, held, y) => {
  for (const row of list.rows) {
    const room = row.getBoundingClientRect();
    if (row === held || y < room.top || y > room.bottom) continue;
    if (y < room.top + room.height / 2) row.before(held);
    else row.after(held);
    return;
  }
};

const letDrag = (list) => {
  let held = null;
  let stoodBefore = null;
  let y = 0;
  const follow = () => {
    if (!held) return;
    goAlong(y);
    putAt(list, held, y);
    requestAnimationFrame(follow);
  };
  const letGo = () => {
    held?.classList.remove("moving");
    held = null;
  };
  const putBack = () => {
    if (held) list.insertBefore(held, stoodBefore);
    letGo();
  };
  for (const row of list.rows) row.append(grip());
  list.closest("table").tHead.rows[0].lastElementChild.colSpan = 2;
  list.addEventListener("pointerdown", (event) => {
    if (held || event.button !== 0 || !event.target.closest(".grip")) return;
    event.preventDefault();
    // The list takes the pointer, for the row leaves its place on the way.
    list.setPointerCapture(event.pointerId);
    held = event.target.closest("tr");
    stoodBefore = held.nextElementSibling;
    held.classList.add("moving");
    y = event.clientY;
    follow();
  });
  list.addEventListener("pointermove", (event) => { y = event.clientY; });
  list.addEventListener("pointerup", () => {
    if (held && held.nextElementSibling !== stoodBefore) renumber(list, held);
    letGo();
  });
  list.addEventListener("pointercancel", putBack);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") putBack(); });
};

document.querySelectorAll("[data-order]").forEach(letDrag);
