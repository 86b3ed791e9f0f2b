// The language of the address that was not found comes first.
(() => {
  "use strict";
  const list = document.querySelector(".tongues");
  for (const part of location.pathname.split("/")) {
    const own = [...list.children].find((item) => item.lang === part);
    if (own) { list.prepend(own); return; }
  }
})();
