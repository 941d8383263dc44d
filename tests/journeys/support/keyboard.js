// A learner with a keyboard and nothing else.

import assert from "node:assert/strict";

import { formOf, stepsShown } from "./cases.js";

/** No page has more stops than this between one thing and the next. */
const MOST_TABS = 120;

/** Presses Tab until the focus is on an element that the selector names. */
export async function tabTo(page, selector) {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab reaches ${selector}`);
}

/** Tabs to an element and presses Enter. */
export async function enter(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

async function pressed(page, key, times) {
  for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
}

/** Chooses one of a group of radio buttons: Tab enters at the first while none is marked. */
async function choose(page, selector, place) {
  await tabTo(page, selector);
  await page.keyboard.press("Space");
  await pressed(page, "ArrowDown", place);
}

/** Marks an answer as a response is written (see cases.js). */
export async function markWithKeyboard(page, view, answer) {
  const id = view.item.id;
  const [kind, form] = formOf(view);
  const targetPlace = (key) => form.targets.findIndex((target) => target.key === key);
  switch (kind) {
    case "Single":
      return choose(page, `#${id} input[type="radio"]`, form.findIndex((option) => option.key === answer.Single));
    case "Multiple":
      for (const option of form) {
        await tabTo(page, `#${id} input[type="checkbox"]`);
        if (answer.Multiple.includes(option.key)) await page.keyboard.press("Space");
      }
      return;
    case "Order":
      return order(page, view, answer.Order);
    case "Match":
      for (const [key, target] of answer.Sort) {
        await tabTo(page, `#fila-${id}-${key}`);
        // The first entry of the list is «Elige…».
        await pressed(page, "ArrowDown", targetPlace(target) + 1);
      }
      return;
    case "Classify":
      for (const [key, target] of answer.Sort) await choose(page, `input[name="fila-${id}-${key}"]`, targetPlace(target));
      return;
    case "Rate":
      for (const [key, value] of answer.Rate) await choose(page, `input[name="fila-${id}-${key}"]`, value - 1);
      return;
  }
}

/** Brings each step up to its place with the arrows. The next one is always further down, so Tab alone reaches it. */
async function order(page, view, keys) {
  const [, steps] = formOf(view);
  for (const [to, key] of keys.entries()) {
    const text = steps.find((step) => step.key === key).text;
    const at = (await stepsShown(page, view.item.id)).indexOf(text);
    if (at === to) continue;
    await tabTo(page, `#subir-${view.item.id}-${at}`);
    await pressed(page, "ArrowUp", at - to);
  }
}

/** Confirms the answer that is marked, and waits for its verdict. */
export async function confirmWithKeyboard(page, id) {
  await enter(page, `#${id} .confirmar`);
  await page.locator(`#${id} .veredicto .cifra-numero`).waitFor();
}
