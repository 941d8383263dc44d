// Cases as a learner with a mouse or a finger meets them.
//
// An answer is written as the course writes a response: `{ Single: key }`, `{ Multiple: [key] }`, `{ Order: [key] }`,
// `{ Sort: [[row, target]] }` or `{ Rate: [[row, value]] }`.

import { propsOf, shows } from "./page.js";

/** What the build gave to the island of a case. */
export async function caseView(page, id) {
  const views = await propsOf(page, "Decision");
  return views.map((props) => props.case).find((view) => view.item.id === id);
}

/** The form of a case, `Single` to `Rate`, and its contents. */
export const formOf = (view) => Object.entries(view.form)[0];

/** The answer that the course defends. */
export function bestAnswer(view) {
  const [kind, form] = formOf(view);
  switch (kind) {
    case "Single":
      return { Single: form.find((option) => option.recommended).key };
    case "Multiple":
      return { Multiple: form.filter((option) => option.recommended).map((option) => option.key) };
    case "Order":
      return { Order: form.map((step) => step.key) };
    case "Match":
    case "Classify":
      return { Sort: form.rows.map((row) => [row.key, row.credits.find(([, credit]) => credit === 1)[0]]) };
    case "Rate":
      return { Rate: form.rows.map((row) => [row.key, row.value]) };
  }
}

/** The option of a case with one to choose that is worth least, as an answer. */
export function worstOption(view) {
  const credits = view.item.key.Single.map(([key, credit]) => [key, credit.Same]);
  return { Single: credits.sort((a, b) => a[1] - b[1])[0][0] };
}

/** The controls of a case. */
export const decision = (page, id) => page.locator(`#${id} .decision`);
export const confirmButton = (page, id) => page.locator(`#${id} .confirmar`);
export const verdict = (page, id) => page.locator(`#${id} .veredicto`);
export const notice = (page, id) => page.locator(`#${id} .aviso-caso`);
export const row = (page, id, key) => page.locator(`input[name="fila-${id}-${key}"]`);

/** Texts of the steps as they are now, from first to last. */
export const stepsShown = (page, id) => page.locator(`#${id} .paso`).allInnerTexts();

/** Marks an answer; a locator acts with whatever `act` does, a click unless told. */
export async function mark(page, view, answer, act = (locator) => locator.click()) {
  const id = view.item.id;
  const [kind, form] = formOf(view);
  const place = (key) => form.findIndex((option) => option.key === key);
  const targetPlace = (key) => form.targets.findIndex((target) => target.key === key);
  switch (kind) {
    case "Single":
      return act(page.locator(`#${id} .opciones input`).nth(place(answer.Single)));
    case "Multiple":
      for (const key of answer.Multiple) await act(page.locator(`#${id} .opciones input`).nth(place(key)));
      return;
    case "Order":
      return order(page, view, answer.Order, act);
    case "Match":
      for (const [key, target] of answer.Sort) await page.selectOption(`#fila-${id}-${key}`, target);
      return;
    case "Classify":
      for (const [key, target] of answer.Sort) await act(row(page, id, key).nth(targetPlace(target)));
      return;
    case "Rate":
      for (const [key, value] of answer.Rate) await act(row(page, id, key).nth(value - 1));
      return;
  }
}

/** Brings each step up to its place with the buttons. */
async function order(page, view, keys, act) {
  const [, steps] = formOf(view);
  const plain = await plainTexts(page, steps.map((step) => step.text));
  const shown = (await stepsShown(page, view.item.id)).map((text) => steps[plain.indexOf(text)].key);
  for (const [to, key] of keys.entries()) {
    for (let at = shown.indexOf(key); at > to; at -= 1) {
      await act(page.locator(`#subir-${view.item.id}-${at}`));
      [shown[at - 1], shown[at]] = [shown[at], shown[at - 1]];
    }
  }
}

/** HTML as the text that it shows. */
const plainTexts = (page, html) =>
  page.evaluate((all) => all.map((one) => new DOMParser().parseFromString(one, "text/html").body.textContent.trim()), html);

/** Answers a case and waits for its verdict. */
export async function answer(page, id, choose = bestAnswer, act = undefined) {
  const view = await caseView(page, id);
  await mark(page, view, choose(view), act);
  await (act ?? ((locator) => locator.click()))(confirmButton(page, id));
  await verdict(page, id).locator(".cifra-numero").waitFor();
  return view;
}

/** The credit in the verdict of a case, as it is written. */
export const creditShown = (page, id) => verdict(page, id).locator(".cifra-numero").innerText();

/** Unfolds the verdict of a case that was answered on another visit. */
export async function unfold(page, id) {
  await shows(confirmButton(page, id), "Ver mi resultado");
  await confirmButton(page, id).click();
  await verdict(page, id).locator(".cifra-numero").waitFor();
}
