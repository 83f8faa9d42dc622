(() => {
  "use strict";
  const said = {{ said }};
  const form = document.getElementById("form");
  const text = document.getElementById("answer");
  const told = document.getElementById("told");
  const value = name => (form.elements.namedItem(name)?.value ?? "").trim();
  const label = name => document.querySelector(`[data-label="${CSS.escape(name)}"]`)?.textContent.trim() ?? name;
  const empty = JSON.parse(text.value);

  const day = new Date();
  const pad = number => String(number).padStart(2, "0");
  const today = `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
  if (!value("reviewed_on")) { form.elements.namedItem("reviewed_on").value = today; }

  const answer = () => ({
    ...empty,
    reviewer: value("reviewer"),
    role: value("role"),
    reviewed_on: value("reviewed_on"),
    next_review_on: value("next_review_on"),
    pages: empty.pages.map((page, at) => ({
      ...page,
      decision: value(`decision-${at + 1}`),
      answers: Object.fromEntries(Object.keys(page.answers).map(id => [id, value(`question-${at + 1}-${id}`)])),
      notes: value(`notes-${at + 1}`),
    })),
  });

  const missing = () => ["reviewer", "reviewed_on", ...empty.pages.map((_, at) => `decision-${at + 1}`)]
    .filter(name => !value(name));

  form.addEventListener("submit", event => {
    event.preventDefault();
    const without = missing();
    if (without.length) {
      told.textContent = said["packet-missing"].replace("{fields}", without.map(label).join(", "));
      const field = form.elements.namedItem(without[0]);
      (field instanceof RadioNodeList ? field[0] : field).focus();
      return;
    }
    text.value = `${JSON.stringify(answer(), null, 2)}\n`;
    document.getElementById("result").hidden = false;
    told.textContent = said["packet-made"];
    save(text.value);
  });

  const save = content => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    link.download = form.dataset.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  document.getElementById("copy").addEventListener("click", () => {
    text.select();
    const copied = document.execCommand("copy");
    if (copied) { told.textContent = said["packet-copied"]; }
  });

  document.getElementById("result").hidden = true;
  document.getElementById("buttons").hidden = false;
})();
