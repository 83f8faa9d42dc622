"use strict";
// What a page gains with script: pop-ups of sources, a menu and a search that keyboards reach. All works without.

// The source behind a citation, by hover, focus and touch: dismissible, hoverable, persistent (WCAG 1.4.13).
// Where the browser has no popover, the number stays what it is without script: a link to the list.
if ("popover" in HTMLElement.prototype) {
  const popup = document.createElement("div");
  popup.id = "cite-popup";
  popup.className = "cite-popup";
  popup.popover = "manual";
  popup.setAttribute("role", "group");
  let marker = null, timer = 0, pointer = "";

  const markerAt = (node) => node instanceof Element ? node.closest(".citation a[href^='#source-'], .term") : null;
  const later = (action, wait) => { clearTimeout(timer); timer = setTimeout(action, wait); };
  const isFocused = () => marker.matches(":focus-visible") || popup.contains(document.activeElement);

  const partsOf = (link) => {
    if (link.matches(".term")) {
      const plain = document.createElement("p");
      plain.textContent = link.dataset.plain;
      return [plain];
    }
    const source = document.getElementById(link.hash.slice(1));
    const wanted = document.getElementById(`evidence-${link.dataset.evidence}`);
    const all = (selector, within = source) => [...within?.querySelectorAll(selector) ?? []];
    const said = wanted ? [wanted, ...all(".source__read", wanted.parentElement)] : all(".source__evidence, .source__read");
    return [...said, ...all(".source__line, .source__kind, .source__checked")]; // what it says, first
  };
  const copyOf = (part) => {
    const copy = part.cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  };
  const place = (link) => {
    const at = link.getBoundingClientRect(), gap = 6, edge = 16;
    const room = document.documentElement.clientWidth - popup.offsetWidth - edge;
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const over = at.top - gap - Math.max(0, header), under = innerHeight - at.bottom - gap;
    const above = under < popup.offsetHeight && over > under;
    popup.style.maxHeight = `${Math.max(120, Math.min(popup.offsetHeight, (above ? over : under) - gap))}px`; // else it scrolls
    popup.style.left = `${scrollX + Math.max(edge, Math.min(at.left, room))}px`;
    popup.style.top = `${scrollY + (above ? at.top - gap - popup.offsetHeight : at.bottom + gap)}px`;
  };
  const close = () => {
    clearTimeout(timer);
    if (!marker) return;
    marker.removeAttribute("aria-describedby");
    marker = null;
    popup.remove();
  };
  const open = (link) => {
    clearTimeout(timer);
    if (marker === link) return;
    close();
    const name = document.createElement("p");
    name.className = "cite-popup__name";
    name.textContent = link.getAttribute("aria-label") || link.textContent;
    const parts = partsOf(link).map(copyOf);
    if (!parts.length) return;
    popup.setAttribute("aria-label", name.textContent);
    popup.replaceChildren(name, ...parts);
    link.after(popup); // the next tab stop is the link in the pop-up
    popup.style.maxHeight = "";
    popup.showPopover();
    place(link);
    marker = link;
    link.setAttribute("aria-describedby", popup.id);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = markerAt(event.target);
    if (link && link !== marker) later(() => open(link), 120);
    else if (!link && marker && !popup.contains(event.target) && !isFocused()) later(close, 300);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = markerAt(event.target);
    if (link && link.matches(":focus-visible")) open(link);
    else if (!popup.contains(event.target)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (!popup.contains(event.target) && !markerAt(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const link = markerAt(event.target);
    if (!link) return;
    const byTouch = event.detail > 0 && pointer !== "mouse"; // a finger has no hover: the first tap opens
    if (byTouch) event.preventDefault();
    if ((byTouch || link.matches(".term")) && marker !== link) open(link);
    else close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !marker) return;
    const back = popup.contains(document.activeElement) ? marker : null;
    close();
    if (back) { back.focus(); close(); }
  });
  addEventListener("resize", close);
  addEventListener("beforeprint", close);
}

// A source opens for whoever followed a citation to it.
{
  const open = () => {
    const more = document.getElementById(location.hash.slice(1))?.querySelector(":scope > .source__more");
    if (more) more.open = true;
  };
  addEventListener("hashchange", open);
  open();
}

// The plain words of a medical term at its first use in each section; the very first use is explained by the text of a
// topic page, and marked on other pages.
{
  const data = document.getElementById("page-terms"), body = document.getElementById("page-body");
  const letter = /[\p{L}\p{N}]/u, mixed = /^.+\p{Lu}/u;
  const terms = data ? JSON.parse(data.textContent) : [];
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ form, term }))).sort((a, b) => b.form.length - a.form.length);
  const find = (text, skipped) => {
    const small = text.toLowerCase();
    let first = null; // of two at one place the longer one: the forms come in that order
    for (const { form, term } of forms) {
      if (skipped.has(term)) continue;
      const at = mixed.test(form) ? text.indexOf(form) : small.indexOf(form.toLowerCase());
      const end = at + form.length;
      if (at >= 0 && !letter.test(text[at - 1] || " ") && !letter.test(text[end] || " ") && !(first?.at <= at)) first = { at, end, term };
    }
    return first;
  };
  const mark = (node, found) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.dataset.plain = found.term.plain;
    const word = node.splitText(found.at), rest = word.splitText(found.end - found.at);
    word.replaceWith(button);
    button.textContent = word.data;
    return rest;
  };
  if (body && forms.length && "popover" in HTMLElement.prototype) {
    const met = new Set(), here = new Set(), isExplained = !data.hasAttribute("data-from-the-first");
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walk.nextNode()) nodes.push(walk.currentNode);
    for (const node of nodes) {
      if (node instanceof Element) { if (node.matches("h2")) here.clear(); continue; }
      if (node.parentElement.closest("a, abbr, button, code, pre, h2, h3, h4, .citation, .care-card--emergency, .topic-list")) continue;
      for (let rest = node, found; (found = find(rest.data, here)); ) {
        here.add(found.term);
        if (isExplained && !met.has(found.term)) { met.add(found.term); continue; }
        rest = mark(rest, found);
      }
    }
  }
}

// The menu and the search of small screens: buttons for keyboards and screen readers (WCAG 2.1.1, 4.1.2), and no
// focus on what is not shown or is covered (WCAG 2.4.3, 2.4.11).
{
  const asButton = (label) => {
    const button = document.createElement("button"), box = document.getElementById(label.htmlFor);
    button.type = "button";
    button.className = label.className;
    if (label.dataset.label) button.setAttribute("aria-label", label.dataset.label);
    button.append(...label.childNodes);
    button.addEventListener("click", () => box.click());
    label.replaceWith(button);
    return button;
  };
  const inert = (on, ...parts) => parts.forEach((part) => { if (part) part.inert = on; });
  const find = (selector) => document.querySelector(selector);

  const drawer = find("#__drawer"), sidebar = find(".md-sidebar--primary"), leaveLabel = find(".site-nav__close");
  const menuLabel = find(".site-menu"), narrow = matchMedia("(max-width: 76.234375em)");
  if (drawer && menuLabel && leaveLabel && sidebar) {
    const menu = asButton(menuLabel), leave = asButton(leaveLabel);
    menu.setAttribute("aria-controls", "site-nav");
    const show = () => {
      const open = narrow.matches && drawer.checked;
      menu.setAttribute("aria-expanded", String(open));
      inert(narrow.matches && !open, sidebar);
      inert(open, find(".md-header"), find(".md-content"), find(".md-footer"));
    };
    drawer.addEventListener("change", () => {
      show();
      if (narrow.matches) (drawer.checked ? leave : menu).focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) drawer.click();
    });
    narrow.addEventListener("change", show);
    show();
  }

  const search = find("#__search"), field = find(".md-search__input"), small = matchMedia("(max-width: 59.984375em)");
  const glassLabel = find(".site-search");
  if (search && field && glassLabel) {
    const glass = asButton(glassLabel);
    const show = () => inert(small.matches && !search.checked, find(".md-search__inner"));
    search.addEventListener("change", () => {
      const wasInside = find(".md-search").contains(document.activeElement);
      show();
      if (search.checked) field.focus();
      else if (small.matches && wasInside) glass.focus();
    });
    small.addEventListener("change", show);
    show();
    // Material leaves results to the arrow keys and closes the search at Tab; here Tab leads through them, and leaving
    // them closes it.
    const box = find(".md-search");
    addEventListener("keydown", (event) => {
      if (event.key !== "Tab" || !search.checked || !box.contains(event.target)) return;
      event.stopImmediatePropagation();
      for (const link of box.querySelectorAll("a[tabindex='-1']")) link.removeAttribute("tabindex");
    }, true);
    box.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (search.checked && to && !box.contains(to)) { search.click(); to.focus(); }
    });
  }
}

// A long menu begins where the reader is: its height comes with the theme's script.
{
  const menu = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");
  const here = document.querySelector(".site-nav [aria-current]");
  const watch = new ResizeObserver(() => {
    const below = here.getBoundingClientRect().bottom - menu.getBoundingClientRect().bottom;
    if (below <= 0) return;
    menu.scrollTop += below + menu.clientHeight / 2;
    watch.disconnect();
  });
  if (menu && here) watch.observe(menu);
}

// The search of a library's first page hands its words to the theme's own search, and gets the focus back.
{
  const form = document.querySelector(".library-search"), box = document.getElementById("__search");
  const field = document.querySelector(".md-search__input");
  if (form && box && field) {
    let asked = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      field.value = form.elements.q.value;
      asked = true;
      if (!box.checked) box.click();
      field.focus();
    });
    box.addEventListener("change", () => {
      if (box.checked || !asked) return;
      asked = false;
      form.elements.q.focus();
    });
  }
}

// Material's single-key shortcuts would surprise people who speak to their computer (WCAG 2.1.4): off.
addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1 && event.key !== " ";
  if (plain && !typing) event.stopImmediatePropagation();
}, true);
