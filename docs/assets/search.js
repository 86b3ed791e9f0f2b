// Searches the index that Pagefind made of the site. Nothing is fetched before a search is made.
(() => {
  "use strict";
  const form = document.querySelector("[data-search-form]");
  const said = document.querySelector("[data-search-said]");
  const list = document.querySelector("[data-search-results]");
  const more = document.querySelector("[data-search-more]");
  const help = document.querySelector("[data-search-help]");
  const english = document.querySelector("[data-search-english]");
  const pattern = document.querySelector("[data-search-result]").content;
  const top = new URL(form.dataset.top, location.href).href;
  const PAGE = 10; // results shown at a time
  const FIRST = 5; // help among so many best results comes first
  const FEW = 3; // results with all words that are enough
  const AROUND = 14; // words shown before and after a match
  const SPACED = document.documentElement.lang !== "zh"; // Chinese puts no spaces between words

  // --- Words: folded as crimeplan/search/folding.py folds those of the index.
  let folding;
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;

  const loadFolding = async () => {
    const answer = await fetch(`${top}pagefind/folding-${document.documentElement.lang}.json`);
    if (!answer.ok) throw new Error(`folding: ${answer.status}`);
    const { signs, endings, shortest } = await answer.json();
    const stands = new Map();
    for (const [standIn, all] of Object.entries(signs)) {
      for (const sign of all) stands.set(sign, standIn);
    }
    const stem = (word) => {
      for (const ending of endings) {
        if (word.endsWith(ending) && [...word].length - [...ending].length >= shortest) {
          return word.slice(0, word.length - ending.length);
        }
      }
      return word;
    };
    return (text) => {
      let plain = "";
      for (const sign of text.normalize("NFC")) plain += stands.has(sign) ? stands.get(sign) : sign;
      return plain.replace(WORD, stem);
    };
  };

  // --- The index.
  let pagefind;
  const load = async () => {
    if (pagefind) return;
    const loaded = await import(`${top}pagefind/pagefind.js`);
    await loaded.options({
      baseUrl: "/",
      bundlePath: `${top}pagefind/`,
      ranking: { pageLength: 0.2 }, // a long page is no worse than a short one
    });
    folding = await loadFolding();
    pagefind = loaded;
  };

  // Pagefind cuts a word that is nowhere shorter until something begins with it. What begins with
  // too little of it is no result.
  const alike = (word, asked) => {
    let same = 0;
    while (same < asked.length && word[same] === asked[same]) same += 1;
    const enough = SPACED ? Math.max(3, Math.ceil(asked.length * 0.6)) : 1;
    return same >= Math.min(asked.length, enough);
  };
  const GAP = /[\s\u200b]+/;
  const stripped = (word) => (word.match(WORD) || []).join("");
  const bare = (text) => text.split(GAP).map(stripped);
  const meant = (data, asked) => {
    const words = data.raw_content.split(GAP);
    const found = [...new Set((data.locations || []).map((n) => words[n] || ""))].map(stripped);
    return asked.every((one) => found.some((word) => alike(word, one)));
  };
  const best = async (words, only) => {
    const { results } = await pagefind.search([words, ...only].join(" "));
    state.held.push(...results);
    const asked = bare(words).filter(Boolean);
    const first = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
    return first.some((data) => meant(data, asked)) ? results : [];
  };

  // Chinese as the index has it: in words. A browser that cannot part them searches for the whole.
  const parted = (text) => {
    if (SPACED || !Intl.Segmenter) return text;
    const segments = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
    return [...segments].filter((part) => part.isWordLike).map((part) => part.segment).join(" ");
  };

  // How much of what was asked stands in a record's title and everyday words; rare words count more.
  const covered = (data, weights) => {
    const called = bare(parted((data.meta.called || "").replace(/\|/g, " ")));
    let sum = 0;
    let all = 0;
    for (const [one, weight] of weights) {
      all += weight;
      if (called.some((word) => alike(word, one))) sum += weight;
    }
    return all ? sum / all : 0;
  };

  // What is found, best first: {results, whole}; so many of them have every word.
  const find = async (query, only) => {
    const words = parted(folding(query).trim());
    const found = await best(words, only);
    const single = words.split(/\s+/);
    if (single.length < 2) return { results: found, whole: found.length };
    // What has some of the words follows, rare words before common ones.
    const some = new Map();
    const weights = new Map();
    for (const word of single) {
      const having = await best(word, only);
      weights.set(bare(word)[0], 1 / Math.max(1, having.length));
      for (const { id, score, data } of having) {
        const before = some.has(id) ? some.get(id).score : 0;
        some.set(id, { id, score: before + score / having.length, data });
      }
    }
    const rest = [...some.values()].sort((a, b) => b.score - a.score);
    // What is called by most of the words leads, whether or not its text has them all.
    const lead = new Map();
    for (const result of [...found.slice(0, PAGE), ...rest.slice(0, PAGE)]) {
      const share = covered(await result.data(), weights);
      if (share > 0.5 && !lead.has(result.id)) lead.set(result.id, { ...result, share });
    }
    const first = [...lead.values()].sort((a, b) => b.share - a.share);
    const seen = new Set();
    const results = [...first, ...found, ...rest].filter(
      ({ id }) => !seen.has(id) && seen.add(id));
    const shown = found.length < FEW ? results
      : results.filter(({ id }) => lead.has(id) || found.some((one) => one.id === id));
    return { results: shown, whole: found.length };
  };

  // --- An excerpt of the readable text: the index holds the same words, folded, in their order.
  // Where each of the index's words stands in `text`; Chinese has no spaces, so signs are counted.
  const placesOf = (text, folded) => {
    const places = [];
    let at = 0;
    for (const word of folded) {
      while (at < text.length && /\s/.test(text[at])) at += 1;
      const start = at;
      while (at < text.length && !/\s/.test(text[at]) && folding(text.slice(start, at)).length < word.length) at += 1;
      while (at < text.length && !/\s/.test(text[at]) && folding(text.slice(start, at + 1)).length <= word.length) at += 1;
      places.push([start, at]);
    }
    return places;
  };

  // Text of a right-to-left page keeps numbers and Latin names whole, as the pages do.
  const RUN = /([A-Za-z0-9£](?:[\w£%.,:;&/@#+’'–-]| (?=[A-Za-z0-9£]))*)/;
  const isRtl = document.documentElement.dir === "rtl";
  const write = (element, text) => {
    if (!isRtl) { element.append(text); return; }
    text.split(RUN).forEach((part, index) => {
      if (index % 2) {
        const run = document.createElement("bdi");
        run.dir = "ltr";
        run.textContent = part;
        element.append(run);
      } else {
        element.append(part);
      }
    });
  };

  const showExcerpt = (element, data) => {
    const text = data.meta.text;
    if (!text) { element.remove(); return; }
    const parts = folding("’") === " " ? /[^\s’'‘ʼ]+/g : /\S+/g; // as the folding parts l’aide
    const places = SPACED
      ? [...text.matchAll(parts)].map((word) => [word.index, word.index + word[0].length])
      : placesOf(text, data.raw_content.split(GAP).filter(Boolean));
    const hits = (data.locations || []).filter((n) => n < places.length).sort((a, b) => a - b);
    // The stretch of words that holds the most matches.
    let first = hits[0] || 0;
    let most = 0;
    for (const hit of hits) {
      const held = hits.filter((other) => other >= hit && other < hit + AROUND).length;
      if (held > most) { most = held; first = hit; }
    }
    const from = Math.max(0, first - AROUND);
    const to = Math.min(places.length - 1, first + AROUND);
    if (to < from) { element.remove(); return; }
    let at = places[from][0];
    if (from) element.append("… ");
    for (const hit of hits) {
      if (hit < from || hit > to) continue;
      const [start, end] = places[hit];
      write(element, text.slice(at, start));
      const mark = document.createElement("mark");
      write(mark, text.slice(start, end));
      element.append(mark);
      at = end;
    }
    write(element, text.slice(at, places[to][1]));
    if (to < places.length - 1) element.append(" …");
  };

  // --- The list.
  const kinds = new Map([...form.elements.kind.options].map((o) => [o.value, o.textContent]));

  const show = (data) => {
    const item = pattern.cloneNode(true);
    const link = item.querySelector("a");
    const { at, kind, title, ref, status } = data.meta;
    item.querySelector("[data-kind]").textContent = kinds.get(kind);
    link.href = top + at;
    if (ref) {
      const number = document.createElement("bdi");
      number.dir = "ltr";
      number.textContent = ref;
      link.append(number, " ");
    }
    write(link, title);
    const told = item.querySelector("[data-status]");
    if (status) write(told, status);
    else told.remove();
    showExcerpt(item.querySelector("[data-excerpt]"), data);
    list.append(item);
    return link;
  };

  // Pagefind forgets the data of a result that nobody holds, so all of a search are held.
  const state = { held: [], results: [], whole: 0, shown: 0, run: 0, words: "" };

  const showMore = async (run) => {
    const next = await Promise.all(
      state.results.slice(state.shown, state.shown + PAGE).map((result) => result.data()));
    if (run !== state.run) return null;
    if (!state.shown) {
      // What is called just so comes first, and help before everything else.
      const places = new Map(next.map((data, index) => [data, index]));
      const place = (data) => {
        const called = (data.meta.called || "").split("|").includes(state.words);
        const isHelp = data.meta.kind === "help";
        const isNear = places.get(data) < Math.min(FIRST, state.whole);
        return isHelp && called ? 0 : isHelp && isNear ? 1 : called ? 2 : 3;
      };
      next.sort((a, b) => place(a) - place(b) || places.get(a) - places.get(b));
    }
    const links = next.map(show);
    state.shown += next.length;
    more.hidden = state.shown >= state.results.length;
    return links[0];
  };

  const search = async () => {
    const asked = new URLSearchParams(location.search);
    for (const name of ["q", "kind", "priority"]) form.elements[name].value = asked.get(name) || "";
    const query = form.elements.q.value.trim();
    const run = (state.run += 1);
    state.held = [];
    list.textContent = "";
    more.hidden = help.hidden = true;
    said.textContent = "";
    if (!query) return;
    said.textContent = said.dataset.searching;
    if (english) english.search = `?${new URLSearchParams({ q: query })}`;
    try {
      await load();
      // What a reader keeps to is a word that each record of that kind or priority holds.
      const only = [form.elements.kind.value && `only${form.elements.kind.value}`,
        form.elements.priority.value && `onlypriority${form.elements.priority.value}`];
      const { results, whole } = await find(query, only.filter(Boolean));
      if (run !== state.run) return;
      Object.assign(state, { results, whole, shown: 0, words: folding(query).trim() });
      await showMore(run);
      if (run !== state.run) return;
      const count = said.dataset.count.replace("{n}", results.length);
      said.textContent = !results.length ? said.dataset.none
        : whole ? count : `${said.dataset.some} ${count}`;
      help.hidden = whole > 0;
    } catch (error) {
      if (run !== state.run) return;
      said.textContent = said.dataset.broken;
      help.hidden = false;
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const name of ["q", "kind", "priority"]) {
      if (form.elements[name].value) asked.set(name, form.elements[name].value);
    }
    history.pushState(null, "", `?${asked}`);
    search();
  });
  for (const name of ["kind", "priority"]) {
    form.elements[name].addEventListener("change", () => form.requestSubmit ? form.requestSubmit()
      : form.querySelector("button").click());
  }
  more.querySelector("button").addEventListener("click", async () => {
    const link = await showMore(state.run);
    if (link) link.focus();
  });
  addEventListener("popstate", search);
  search();
})();
