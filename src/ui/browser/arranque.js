// Wakes the islands of a page.
//
// Until the module arrives the page is plain HTML that can be read, marked and even pressed: what was marked and
// pressed is kept and handed to the islands when they wake. A translator or a reading aid may have rewritten an
// island by then, so its own HTML is put back first: waking walks the nodes that the build wrote.

import init, * as aula from "./aula.js";

const islands = [...document.querySelectorAll("leptos-island")];
const written = islands.map((island) => island.innerHTML);
const pressed = [];

const place = (element) => {
  const island = element.closest("leptos-island");
  return [islands.indexOf(island), [...island.querySelectorAll("*")].indexOf(element)];
};
const press = (event) => {
  const button = event.target.closest?.("leptos-island button");
  if (button) pressed.push(place(button));
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

const unopened = (html) => html.replaceAll(' open=""', "");

try {
  await init({ module_or_path: new URL("./aula.wasm", import.meta.url) });
  aula.hydrate();
  islands.forEach((island, index) => {
    const kept = marks(island);
    if (unopened(island.innerHTML) !== unopened(written[index])) island.innerHTML = written[index];
    aula[island.dataset.component]?.(island);
    remark(island, kept);
  });
  document.removeEventListener("click", press, true);
  for (const [island, element] of pressed) islands[island]?.querySelectorAll("*")[element]?.click();
  document.documentElement.dataset.aula = "despierta";
} catch (error) {
  document.removeEventListener("click", press, true);
  document.documentElement.dataset.aula = "ausente";
  document.querySelector(".sin-aula").hidden = false;
  console.error(error);
}
