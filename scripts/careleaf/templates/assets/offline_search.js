"use strict";
// Search in a site that lies on a disk. A browser starts no worker for file: pages, so the search of Material would
// never begin: this stands in the place of Worker and runs the same script in an empty frame of the page.
if (location.protocol === "file:") {
  globalThis.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.documentElement.append(frame);
      this.inside = frame.contentWindow;
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const load = (script) => new Promise((done, failed) => {
        const tag = this.inside.document.createElement("script");
        tag.src = script;
        tag.addEventListener("load", done);
        tag.addEventListener("error", failed);
        this.inside.document.head.append(tag);
      });
      this.inside.importScripts = (...scripts) =>
        scripts.reduce((before, script) => before.then(() => load(script)), Promise.resolve());
      this.ready = load(address);
    }

    async postMessage(data) {
      await this.ready;
      this.inside.dispatchEvent(new MessageEvent("message", { data }));
    }
  };
  globalThis.IFrameWorker = globalThis.Worker; // by this name the script knows where to look for its word stems
}
