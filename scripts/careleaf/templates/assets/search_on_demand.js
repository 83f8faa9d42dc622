"use strict";
// Material fetches the search index with every page, though few readers search: of a large library it is far more
// than the page. This script, which stands before Material's, holds that one request back until the search is opened.
{
  const { open, send } = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (`${address}`.endsWith("/search/search_index.json")) waiting.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const toggle = document.getElementById("__search");
    if (!waiting.has(this) || !toggle || toggle.checked) send.call(this, body);
    else toggle.addEventListener("change", () => send.call(this, body), { once: true });
  };
}
