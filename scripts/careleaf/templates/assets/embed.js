"use strict";
// What an embed does where script may run: tells its frame how high it is and what became of its wording, and takes the
// portal's look. All of it can be read without. It speaks to the window that frames it, and to nobody else. Its syntax is
// of 2018: an old phone has to see that a page is overdue as well.
(() => {
  const root = document.documentElement, main = document.getElementById("content"), about = main.dataset;
  const [, nonce] = /^#careleaf=1\.([0-9a-f]{32})$/.exec(location.hash) || [];
  const [, wordpress] = /^#\?secret=(\w{1,40})$/.exec(location.hash) || [];
  let port = null, height = 0, look = {};

  // A copy on a portal's own server, or on a phone without network, still knows when it fell due.
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const isOverdue = about.state === "overdue" || (about.shown === "text" && about.dueOn && about.dueOn < today);
  if (isOverdue) for (const part of document.querySelectorAll("[data-when-overdue]")) part.hidden = part.dataset.whenOverdue === "hide";

  const tell = (type, detail) => { if (port) port.postMessage({ type, detail }); };
  const measure = () => {
    const measured = Math.ceil(document.body.getBoundingClientRect().height);
    if (measured === height) return;
    height = measured;
    tell("height", height);
    if (wordpress) parent.postMessage({ message: "height", value: height, secret: wordpress }, "*");
  };

  // The portal's look, in the names of SMART App Launch's style; what could not be read (WCAG 1.4.3) is not taken.
  const names = {
    color_background: "--paper", color_text: "--ink", color_highlight: "--leaf",
    dim_font_size: "--text-size", dim_spacing_size: "--space", dim_border_radius: "--radius",
    font_family_body: "--font", font_family_heading: "--heading-font",
  };
  const forms = { color: /^#([0-9a-f]{3}){1,2}$/i, dim: /^\d{1,2}(\.\d{1,2})?(px|r?em)$/, font: /^[\w\s,'"-]{1,80}$/ };
  const kindOf = (name) => name.split("_")[0];
  const isFit = (name, tokens) => typeof tokens[name] === "string" && forms[kindOf(name)].test(tokens[name]);
  const light = (color) => {
    const hex = color.length === 4 ? color.replace(/[^#]/g, "$&$&") : color;
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isReadable = () => {
    const style = getComputedStyle(root), of = (name) => light(style.getPropertyValue(name).trim());
    return ["--ink", "--quiet", "--leaf"].every((text) => ["--paper", "--wash", "--card", "--leaf-wash", "--amber-wash"]
      .every((ground) => (Math.max(of(text), of(ground)) + 0.05) / (Math.min(of(text), of(ground)) + 0.05) >= 4.5));
  };
  const wear = (tokens, kinds) => {
    for (const [name, property] of Object.entries(names)) {
      root.style.setProperty(property, kinds.includes(kindOf(name)) && isFit(name, tokens) ? tokens[name] : "");
    }
  };
  const dress = () => {
    let tokens = {};
    try { tokens = Object(JSON.parse(look.tokens)); } catch { /* No tokens, or none that can be read: our own look. */ }
    const theme = ["light", "dark"].includes(look.theme) ? look.theme : "auto";
    const hasGround = isFit("color_background", tokens), isDark = hasGround && light(tokens.color_background) < 0.18;
    root.dataset.theme = hasGround ? ["light", "dark"][Number(isDark)] : theme;
    wear(tokens, ["color", "dim", "font"]);
    if (isReadable()) return;
    root.dataset.theme = theme;
    wear(tokens, ["dim", "font"]);
  };

  const goTo = (id) => {
    const target = document.getElementById(String(id));
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    tell("scroll", Math.round(target.getBoundingClientRect().top + scrollY));
  };
  const onceSeen = (type, ...elements) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      tell(type);
    });
    for (const element of elements) observer.observe(element);
  };
  const acts = { look: (asked) => { look = Object(asked); dress(); }, section: goTo, print: () => print() };
  const hear = ({ data }) => { if (data && Object.keys(acts).includes(data.type)) acts[data.type](data.detail); };

  // Only the window that holds the frame knows the nonce in its address: it stands in a fragment, which no server sees.
  const welcome = ({ source, data, ports }) => {
    if (port || source !== parent || !ports[0]) return;
    if (!data || data.careleaf !== 1 || data.type !== "welcome" || data.nonce !== nonce) return;
    port = ports[0];
    port.onmessage = hear;
    acts.look(data.look);
    measure();
    const next = Object.assign(document.createElement("a"), { href: about.replacedBy });
    tell("ready", { ...about, replacedBy: about.replacedBy && next.href, title: document.title, lang: root.lang });
    if (isOverdue) tell("overdue");
    if (about.state === "changed-since-review") tell("changed");
    if (["withdrawn", "source-retracted"].includes(about.state)) tell("withdrawn");
    if (data.reading === true && about.shown === "text") {
      onceSeen("viewed", main.querySelector("h1"));
      onceSeen("completed", document.getElementById("review"), main.lastElementChild); // by reading on, or by a leap
    }
    new ResizeObserver(measure).observe(document.body);
  };
  if (parent === window) return;
  if (wordpress) new ResizeObserver(measure).observe(document.body);
  if (!nonce) return;
  for (const link of document.querySelectorAll("a[data-follow]")) link.hash = location.hash; // the next page may speak on
  addEventListener("message", welcome);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  parent.postMessage({ careleaf: 1, nonce, type: "hello" }, "*");
})();
