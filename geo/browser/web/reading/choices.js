/** The list of a box with several choices closes when one was chosen: it lies over what the choice changes. */

const OPEN = "[data-testid=stMultiSelect] input[role=combobox][aria-expanded=true]";

/** Listen to choices on a page. */
export function mountChoices() {
  document.addEventListener("click", onChosen, true); // the list keeps it to itself
  document.addEventListener("keyup", onEnter);
  return {
    remove: () => {
      document.removeEventListener("click", onChosen, true);
      document.removeEventListener("keyup", onEnter);
    },
  };
}

/** @param {MouseEvent} event */
function onChosen({ target }) {
  if (target instanceof Element && target.closest("[role=listbox] [role=option]")) closeList();
}

/** @param {KeyboardEvent} event */
function onEnter({ key, target }) {
  if (key === "Enter" && target instanceof Element && target.matches(OPEN)) closeList();
}

/** As by Escape: the focus stays in the box, whose list opens again by a click or an arrow. */
function closeList() {
  requestAnimationFrame(() => {
    const box = document.querySelector(OPEN);
    box?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  });
}
