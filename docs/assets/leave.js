// Leaving at once, on pages that may put a reader in danger. Without this script the link still
// leaves; with it the page is blanked first and its place in the history is taken.
// Shift pressed three times leaves, as on GOV.UK's "Exit this page"; so does Escape, unless
// something is open that Escape should close.
(() => {
  "use strict";
  const link = document.querySelector("a.leave");
  const said = document.querySelector("[data-leave-said]");
  if (!link || !said) return;
  for (const hint of document.querySelectorAll("[data-leave-hint]")) hint.hidden = false;

  const WINDOW = 5000; // milliseconds in which the three presses must fall
  let presses = 0;
  let timer = 0;

  const say = (words) => { said.textContent = words; };
  const forget = () => { presses = 0; say(""); };

  const leave = () => {
    say(link.dataset.leaving);
    document.title = " ";
    document.documentElement.classList.add("left");
    location.replace(link.href);
  };

  const busy = (event) =>
    event.isComposing || event.keyCode === 229 || document.fullscreenElement ||
    (event.target instanceof Element &&
      event.target.closest("input, textarea, select, [contenteditable]"));

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.repeat || busy(event)) return;
    if (event.key === "Escape") {
      const open = document.querySelector(".fold[open]");
      if (open && getComputedStyle(open.querySelector("summary")).display !== "none") {
        open.open = false;
        open.querySelector("summary").focus();
      } else {
        leave();
      }
      return;
    }
    if (event.key !== "Shift") return forget();
    clearTimeout(timer);
    timer = setTimeout(forget, WINDOW);
    presses += 1;
    if (presses === 1) say(link.dataset.twoMore);
    else if (presses === 2) say(link.dataset.oneMore);
    else leave();
  });
})();
