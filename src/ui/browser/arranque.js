// Wakes the islands of a page.
//
// Until the module arrives the page is plain HTML that can be read, marked and even pressed: what was marked and
// pressed and what was unfolded is kept and handed to the islands when they wake. A translator or a reading aid may have
// rewritten an island by then, so its own HTML is put back first: waking walks the nodes that the build wrote. That is why
// controls are counted among their own kind, which nobody adds to.

import init, * as module from "./modulo.js";

const islands = [...document.querySelectorAll("leptos-island")];
const written = islands.map((island) => island.innerHTML);
const pressed = [];

const press = (event) => {
  const button = event.target.closest?.("leptos-island button");
  const island = button?.closest("leptos-island");
  if (button) pressed.push([islands.indexOf(island), [...island.querySelectorAll("button")].indexOf(button)]);
};
document.addEventListener("click", press, true);

const marks = (island) =>
  [...island.querySelectorAll("input, select")].map(({ checked, value }) => ({ checked, value }));

const remark = (island, kept) => {
  island.querySelectorAll("input, select").forEach((control, index) => {
    const { checked, value } = kept[index] ?? {};
    const marked = control.matches("select") ? value !== "" : checked;
    if (!marked || control.type === "file") return;
    if (control.matches("select")) control.value = value;
    else control.checked = true;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

const unfolded = (island) => [...island.querySelectorAll("details")].map((details) => details.open);

// What waking folds is unfolded again, and the island is told now: the browser would tell it after the presses.
const unfold = (island, kept) => {
  island.querySelectorAll("details").forEach((details, index) => {
    if (!kept[index]) return;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
};

const unopened = (html) => html.replaceAll(' open=""', "");

try {
  await init({ module_or_path: new URL("./modulo.wasm", import.meta.url) });
  module.hydrate();
  islands.forEach((island, index) => {
    const kept = marks(island);
    const open = unfolded(island);
    if (unopened(island.innerHTML) !== unopened(written[index])) island.innerHTML = written[index];
    module[island.dataset.component]?.(island);
    unfold(island, open);
    remark(island, kept);
  });
  document.removeEventListener("click", press, true);
  for (const [island, button] of pressed) islands[island]?.querySelectorAll("button")[button]?.click();
  document.documentElement.dataset.aula = "despierta";
} catch (error) {
  document.removeEventListener("click", press, true);
  document.documentElement.dataset.aula = "ausente";
  document.querySelector(".sin-aula").hidden = false;
  console.error(error);
}
