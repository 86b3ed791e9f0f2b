// What every page does better with a script.
(() => {
  "use strict";
  // A change of language keeps the reader at the same section: ids are equal in all languages.
  const keep = () => {
    for (const link of document.querySelectorAll(".langs a[hreflang]")) link.hash = location.hash;
  };
  addEventListener("hashchange", keep);
  keep();

  // Without script the search form leads to everything by name; with it, to what was searched for.
  const form = document.querySelector("form[data-search-page]");
  if (form) form.action = form.dataset.searchPage;
})();
