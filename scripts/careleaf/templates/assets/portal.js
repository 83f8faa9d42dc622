"use strict";
// The demo portal: writes down what each embed says, and lets you change its attributes.
for (const name of ["ready", "overdue", "changed", "withdrawn", "viewed", "completed", "error"]) {
  addEventListener(`health-topic:${name}`, (event) => {
    const list = document.querySelector(`.events[data-of="${CSS.escape(event.target.id)}"]`);
    const line = document.createElement("li");
    line.textContent = `${name} ${JSON.stringify(event.detail)}`;
    if (list) list.append(line);
  });
}
for (const control of document.querySelectorAll("[data-sets]")) {
  control.addEventListener("change", () => document.getElementById(control.dataset.for).setAttribute(control.dataset.sets, control.value));
}
for (const button of document.querySelectorAll("[data-prints]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.prints).print());
}
