// A change of language keeps the reader at the same section: ids are equal in all languages.
(() => {
  "use strict";
  const keep = () => {
    for (const link of document.querySelectorAll(".langs a[hreflang]")) link.hash = location.hash;
  };
  addEventListener("hashchange", keep);
  keep();
})();
