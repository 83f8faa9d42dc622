// The resolver of Infobutton queries. It reads one code system and one code, opens the page about exactly this code,
// and lists pages about wider or narrower ones. The query never becomes markup, and nothing of it leaves this page
// except the code itself, in the address of a file on the same host, where the codes do not stand in the page.
"use strict";
(() => {
  const MOST = 64;
  const asked = new URLSearchParams(location.search);
  const byId = (id) => document.getElementById(id);
  const here = location.href.split(/[?#]/)[0];
  const root = new URL("../", here);
  if (!location.search) return;
  // The address bar, the history and later requests do without the code. A sandbox or a file may refuse.
  try { history.replaceState(null, "", location.pathname); } catch { /* it stays in the address */ }

  const one = (name) => {
    const values = asked.getAll(name);
    return values.length === 1 && values[0].length <= MOST ? values[0].trim() : "";
  };
  const say = (id) => { byId(id).hidden = false; };
  const fits = (system, code) => new RegExp(`^(?:${system.dataset.form})$`).test(code);

  const written = (system, code) => {
    const upper = code.toUpperCase();
    const bare = "narrows" in system.dataset && /^[0-9A-Z]{4,7}$/.test(upper);
    return bare ? `${upper.slice(0, 3)}.${upper.slice(3)}` : upper;
  };

  const relation = (system, code, other) => {
    if (code === other) return "exact";
    if (!("narrows" in system.dataset)) return "";
    return other.startsWith(code) || code.startsWith(other) ? "related" : "";
  };

  const inPage = (system, code) => [...document.querySelectorAll("#codes > li, #held > li")]
    .filter((item) => item.dataset.system === system.dataset.name)
    .map((item) => {
      const link = item.querySelector("a");
      return {
        match: relation(system, code, item.dataset.code),
        title: (link ?? item.firstElementChild).textContent,
        page: link?.href,
        embed: link && new URL(item.dataset.embed, here).href,
        reason: link ? "" : item.lastElementChild.textContent,
      };
    })
    .filter((answer) => answer.match);

  const wider = (system, code) => {
    const codes = [code];
    for (let rest = code; "narrows" in system.dataset && rest.length > 3;) {
      rest = rest.slice(0, -1).replace(/\.$/, "");
      codes.push(rest);
    }
    return codes;
  };

  const within = (path) => {
    const address = new URL(path, root).href;
    return address.startsWith(root.href) ? address : root.href;
  };

  const inFile = (file, isAsked) => [...file.pages, ...file.heldBack]
    .filter((page) => isAsked || page.match === "exact")
    .map((page) => ({
      match: isAsked && page.match === "exact" ? "exact" : "related",
      title: page.title,
      page: page.page && within(page.page),
      embed: page.embed && within(page.embed),
      reason: page.reason ?? "",
    }));

  const fromFiles = async (system, code, [next, ...others] = wider(system, code)) => {
    if (!next) return [];
    const path = `api/v1/codes/${system.dataset.name}/${next}.json`;
    const response = await fetch(new URL(path, root), { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok && response.status !== 404) throw new Error(response.statusText);
    const found = response.ok ? inFile(await response.json(), next === code) : [];
    return found.length ? found : fromFiles(system, code, others);
  };

  const list = (answers) => {
    const told = new Set();
    for (const answer of answers.filter(({ title }) => !told.has(title) && told.add(title))) {
      const item = document.createElement("li");
      const name = document.createElement(answer.page ? "a" : "span");
      name.textContent = answer.title;
      if (answer.page) name.href = answer.page;
      item.append(name, answer.reason ? `. ${answer.reason}` : "");
      byId("found").append(item);
    }
    byId("found").hidden = !answers.length;
  };

  const speaks = () => {
    const language = one("informationRecipient.languageCode.c").toLowerCase().split(/[-_]/)[0];
    return !language || language === document.documentElement.lang.toLowerCase().split("-")[0];
  };

  const show = (answers) => {
    const open = answers.filter((answer) => answer.page);
    const exact = open.filter((answer) => answer.match === "exact");
    const held = answers.filter((answer) => !answer.page && answer.match === "exact");
    if (exact.length && speaks()) {
      say("going");
      list(exact.slice(0, 1));
      // Hosts may let no frame show public pages: a frame gets the page that is made for it.
      location.replace(window.top === window.self ? exact[0].page : exact[0].embed);
    } else if (exact.length) {
      say("other-language");
      list(exact);
    } else {
      if (held.length) say("held-back");
      if (open.length) say("related");
      if (!held.length && !open.length) say("unknown");
      list([...held, ...open]);
    }
  };

  const system = [...document.querySelectorAll("#systems > li")]
    .find((item) => item.dataset.oid === one("mainSearchCriteria.v.cs"));
  const given = one("mainSearchCriteria.v.c");
  if (!one("mainSearchCriteria.v.cs") || !given) return say("refused");
  if (!system) return say("other-system");
  const code = written(system, given);
  if (!fits(system, code)) return say("refused");
  if ("asks" in byId("content").dataset) fromFiles(system, code).then(show).catch(() => say("failed"));
  else show(inPage(system, code));
})();
