"use strict";
// <health-topic topic="topic/page">: a page of this site, in a frame that is as high as its text.
// What stands between its tags is shown until the page is there, and stays if it never comes.
(() => {
  const script = document.currentScript;
  if (!script || customElements.get("health-topic")) return;
  const home = new URL("../", script.src);
  const PATIENCE = 5000, HIGHEST = 50000, LONGEST = 300;
  const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads";
  const EVENTS = ["ready", "overdue", "changed", "withdrawn"], READING = ["viewed", "completed"];
  const FACTS = ["id", "title", "lang", "state", "shown", "digest", "reviewedOn", "dueOn", "replacedBy"];
  const newNonce = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  customElements.define("health-topic", class extends HTMLElement {
    static observedAttributes = ["topic", "section", "theme", "tokens"];
    #root = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #frame = null;
    #port = null;
    #nonce = "";
    #facts = {};

    connectedCallback() {
      Object.assign(this.style, { display: "block", position: "relative" });
      addEventListener("message", this.#hear);
      this.#load();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#leave();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === "topic") this.#load();
      else if (name === "section") this.#goTo(now);
      else this.#send("look", this.#look);
    }

    print() { this.#send("print"); }

    get #look() { return { theme: this.getAttribute("theme"), tokens: this.getAttribute("tokens") }; }

    #send(type, detail) { if (this.#port) this.#port.postMessage({ type, detail }); }

    #goTo(section) {
      this.#frame.focus({ preventScroll: true }); // else the browser scrolls to the top of a frame that takes the focus
      this.#send("section", section);
    }

    #emit(type, detail) {
      this.dispatchEvent(new CustomEvent(`health-topic:${type}`, { bubbles: true, composed: true, detail: Object.freeze(detail) }));
    }

    #leave() {
      if (this.#port) this.#port.close();
      this.#port = this.#frame = null;
      this.#root.replaceChildren(this.#slot);
    }

    #fail(reason) {
      this.#leave();
      this.#emit("error", { reason });
    }

    #load() {
      this.#leave();
      const topic = this.getAttribute("topic") ?? "";
      if (!/^[\w-]+(\/[\w-]+)*$/.test(topic)) return this.#fail("topic");
      const frame = this.#frame = document.createElement("iframe");
      this.#nonce = newNonce();
      Object.assign(frame, { title: this.textContent.trim() || topic, loading: "lazy", referrerPolicy: "no-referrer", credentialless: true, sandbox: SANDBOX });
      Object.assign(frame.style, { display: "block", width: "100%", border: "0", colorScheme: "normal" });
      frame.src = new URL(`${topic}/#careleaf=1.${this.#nonce}`, home);
      frame.addEventListener("load", () => setTimeout(() => { if (frame === this.#frame && !this.#port) this.#fail("no-answer"); }, PATIENCE));
      this.#root.append(frame);
    }

    // A frame in a sandbox has the origin "null"; that it is our own frame is what `source` and the nonce say.
    #hear = ({ source, origin, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== "null") return;
      if (!data || data.careleaf !== 1 || data.type !== "hello" || data.nonce !== this.#nonce) return;
      const { port1, port2 } = new MessageChannel();
      if (this.#port) this.#port.close();
      this.#port = port1;
      port1.onmessage = (event) => this.#take(Object(event.data));
      source.postMessage({ careleaf: 1, type: "welcome", nonce: this.#nonce, look: this.#look, reading: this.hasAttribute("reading-events") }, "*", [port2]);
    };

    #take({ type, detail }) {
      if (type === "height" && Number.isInteger(detail) && detail > 0) this.#frame.style.height = `${Math.min(detail, HIGHEST)}px`;
      if (type === "scroll" && Number.isInteger(detail)) this.#scrollTo(detail);
      if (type === "ready") this.#show(Object(detail));
      if (EVENTS.includes(type) || (READING.includes(type) && this.hasAttribute("reading-events"))) this.#emit(type, { ...this.#facts });
    }

    #show(facts) {
      this.#facts = Object.fromEntries(FACTS.filter((name) => typeof facts[name] === "string").map((name) => [name, facts[name].slice(0, LONGEST)]));
      if (this.#facts.title) this.#frame.title = this.#facts.title;
      this.#slot.remove();
      // Nobody who has begun to do something else is taken away from it (WCAG 3.2.5).
      if (this.hasAttribute("section") && document.activeElement === document.body) this.#goTo(this.getAttribute("section"));
    }

    #scrollTo(top) {
      const place = document.createElement("span");
      Object.assign(place.style, { position: "absolute", top: `${Math.min(Math.max(top, 0), HIGHEST)}px` });
      this.#root.append(place);
      place.scrollIntoView();
      place.remove();
    }
  });
})();
