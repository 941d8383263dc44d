// The six forms of a case, each with mouse, finger and keyboard; what is missing, practice, hints and solutions.

import assert from "node:assert/strict";

import {
  answer,
  bestAnswer,
  caseView,
  confirmButton,
  creditShown,
  decision,
  formOf,
  mark,
  notice,
  stepsShown,
  verdict,
  worstOption,
} from "./support/cases.js";
import { answersIn, answersStored, event, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { confirmWithKeyboard, markWithKeyboard } from "./support/keyboard.js";
import { hasFocus, open, reload, remembers, shows } from "./support/page.js";
import { openProfile } from "./support/profile.js";
import { overall } from "./support/scoring.js";

/** A case of each form: its lesson and what its notice says when one part is marked. */
const CASES = {
  "m02-voluntariado": { lesson: "m02-l1", none: "Elige una opción." },
  "m02-tallas": { lesson: "m02-l1", none: "Llevas 0 de 2.", one: "Llevas 1 de 2." },
  "m02-bodega": { lesson: "m02-l1", none: "Faltan 6 de 6.", one: "Faltan 5 de 6." },
  "m02-hoteles": { lesson: "m02-l1", none: "Faltan 5 de 5.", one: "Faltan 4 de 5." },
  "m02-dos-estrenos": { lesson: "m02-l3", none: "Faltan 4 de 4.", one: "Faltan 3 de 4." },
  "m02-veterinaria": { lesson: "m02-l2" },
};

const lessonOf = (url, id) => `${url}lecciones/${CASES[id].lesson}/`;

/** An answer that nobody would defend, and that scores somewhere between the ends. */
function poorAnswer(view) {
  const [kind, form] = formOf(view);
  switch (kind) {
    case "Single":
      return worstOption(view);
    case "Multiple":
      return { Multiple: form.slice(0, 2).map((option) => option.key) };
    case "Order":
      return { Order: form.map((step) => step.key).reverse() };
    case "Rate":
      return { Rate: form.rows.map((row) => [row.key, 2]) };
    default:
      return { Sort: form.rows.map((row) => [row.key, form.targets[0].key]) };
  }
}

for (const id of Object.keys(CASES)) {
  journey(`${id} with the mouse`, {}, async ({ page, url }) => {
    await open(page, lessonOf(url, id));
    await answer(page, id, bestAnswer);
    assert.equal(await creditShown(page, id), "1");
    await answersStored(page, 1);
  });

  journey(`${id} with a finger`, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }, async ({ page, url }) => {
    await open(page, lessonOf(url, id));
    const view = await answer(page, id, poorAnswer, (locator) => locator.tap());
    assert.equal(await creditShown(page, id), overall(view.item, poorAnswer(view)));
  });

  journey(`${id} with the keyboard`, {}, async ({ page, url }) => {
    await open(page, lessonOf(url, id));
    const view = await caseView(page, id);
    await markWithKeyboard(page, view, poorAnswer(view));
    await confirmWithKeyboard(page, id);
    assert.equal(await creditShown(page, id), overall(view.item, poorAnswer(view)));
  });
}

for (const [id, { none, one }] of Object.entries(CASES).filter(([, { none }]) => none)) {
  journey(`${id} says what is missing and does nothing until it is complete`, {}, async ({ page, url }) => {
    await open(page, lessonOf(url, id));
    await refusesToConfirm(page, id, none);
    const view = await caseView(page, id);
    if (one) {
      await mark(page, view, part(bestAnswer(view)));
      await refusesToConfirm(page, id, one);
    }
    await mark(page, view, rest(bestAnswer(view)));
    await shows(notice(page, id), "Puedes cambiarla hasta que confirmes.");
    assert.equal(await confirmButton(page, id).getAttribute("aria-disabled"), "false");
    await confirmButton(page, id).click();
    await verdict(page, id).locator(".cifra-numero").waitFor();
  });
}

const [firstOf, restOf] = [(list) => list.slice(0, 1), (list) => list.slice(1)];
const halved = (answer, half) => {
  const [[kind, parts]] = Object.entries(answer);
  return { [kind]: Array.isArray(parts) ? half(parts) : parts };
};
const part = (answer) => halved(answer, firstOf);
const rest = (answer) => halved(answer, restOf);

async function refusesToConfirm(page, id, words) {
  await shows(notice(page, id), words);
  assert.equal(await confirmButton(page, id).getAttribute("aria-disabled"), "true");
  // `aria-disabled` is for those who cannot see it; a press must still do nothing.
  await confirmButton(page, id).click({ force: true });
  await shows(notice(page, id), words);
  assert.equal(await verdict(page, id).innerText(), "");
  assert.deepEqual(answersIn(await storedLines(page)), []);
}

journey("too many marked: it says how many to take off, and takes them off", {}, async ({ page, url }) => {
  const id = "m02-tallas";
  await open(page, lessonOf(url, id));
  const options = page.locator(`#${id} .opciones input`);
  for (const place of [0, 1, 3]) await options.nth(place).click();
  await refusesToConfirm(page, id, "Hay 3 marcadas: quita 1 para dejar 2.");
  await options.nth(0).click();
  await confirmButton(page, id).click();
  await verdict(page, id).locator(".cifra-numero").waitFor();
  assert.equal(await creditShown(page, id), "1");
});

journey("a step moves with its buttons and with the arrows, the focus follows it, and the move is announced", {}, async ({ page, url }) => {
  const id = "m02-veterinaria";
  await open(page, lessonOf(url, id));
  const before = await stepsShown(page, id);
  const [top, second, third, ...others] = before;
  const announcement = page.locator(`#${id} .respuesta [role="status"]`);

  await page.click(`#bajar-${id}-0`);
  assert.deepEqual(await stepsShown(page, id), [second, top, third, ...others]);
  await hasFocus(page, `bajar-${id}-1`);
  assert.equal(await announcement.innerText(), `«${top}» pasa al puesto 2 de ${before.length}.`);
  assert.equal(await page.locator(`#bajar-${id}-1`).getAttribute("aria-label"), `Bajar: ${top}`);

  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await stepsShown(page, id), [second, third, top, ...others]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await stepsShown(page, id), before);
  // At the end of the list «Subir» rests, so the keyboard is on «Bajar» of the same step.
  await hasFocus(page, `bajar-${id}-0`);
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await stepsShown(page, id), before, "nothing above the first place");
});

journey("answering again is practice: it says so and the profile stays as it was", {}, async ({ page, url }) => {
  const id = "m02-voluntariado";
  await open(page, lessonOf(url, id));
  await answer(page, id, worstOption);
  const first = await creditShown(page, id);
  const profile = await openProfile(page, url, 1);

  await open(page, lessonOf(url, id));
  await remembers(page, id);
  await page.getByRole("button", { name: "Ver mi resultado" }).click();
  await page.getByRole("button", { name: "Volver a intentarlo" }).click();
  const view = await caseView(page, id);
  await mark(page, view, bestAnswer(view));
  await shows(notice(page, id), "Será práctica: cuenta tu primera decisión.");
  await confirmButton(page, id).click();
  await shows(verdict(page, id), `Práctica: en tu perfil cuenta tu primera decisión, ${first} de 1 punto.`);
  assert.equal(await creditShown(page, id), "1");
  const { kept, ...after } = await openProfile(page, url, 2);
  assert.deepEqual({ ...after, kept: profile.kept }, profile);
  assert.deepEqual(kept, ["Hay 2 respuestas guardadas en este navegador."]);
});

journey("a solution opened before deciding: the case does not count, and it is said before and after", {}, async ({ page, url }) => {
  const id = "m02-voluntariado";
  const { kept, ...empty } = await openProfile(page, url, 0);
  await open(page, lessonOf(url, id));
  const summary = page.locator(`#${id} .solucion > summary`);
  await shows(summary, "Si la abres antes de decidir, el caso no contará en tu perfil.");
  await summary.click();
  await page.locator(`#${id} .razones`).waitFor();
  await answer(page, id);
  await shows(verdict(page, id), "Viste la solución antes de decidir, así que este caso no cuenta en tu perfil.");
  const { kept: after, next, ...counted } = await openProfile(page, url, 1);
  const { next: _, ...nothing } = empty;
  assert.deepEqual(counted, nothing);

  // Answering again promises no more.
  await open(page, lessonOf(url, id));
  await remembers(page, id);
  await confirmButton(page, id).click();
  await page.locator(`#${id} .repetir button`).click();
  await shows(summary, "Los motivos, uno por uno");
  await mark(page, await caseView(page, id), bestAnswer(await caseView(page, id)));
  await shows(notice(page, id), "Será práctica: viste la solución antes de decidir.");
  await confirmButton(page, id).click();
  await shows(verdict(page, id), "Viste la solución antes de decidir, así que este caso no cuenta en tu perfil.");
});

journey("a solution opened after deciding takes nothing away", {}, async ({ page, url }) => {
  const id = "m02-voluntariado";
  await open(page, lessonOf(url, id));
  await answer(page, id);
  await page.locator(`#${id} .razones`).waitFor();
  await page.locator(`#${id} .solucion > summary`).click();
  await page.locator(`#${id} .solucion > summary`).click();
  await shows(verdict(page, id), "Qué aporta a tu perfil");
  assert.deepEqual((await storedLines(page)).map(event).filter(({ que }) => que === "solucion"), []);
});

journey("opening a hint is noted once and costs nothing", {}, async ({ page, url }) => {
  const id = "m02-voluntariado";
  await open(page, lessonOf(url, id));
  const hint = page.locator(`#${id} .pista > summary`);
  await hint.click();
  await page.locator(`#${id} .pista-texto`).waitFor();
  await answer(page, id);
  await shows(verdict(page, id), "Qué aporta a tu perfil");
  const hints = (await storedLines(page)).map(event).filter(({ que }) => que === "pista");
  assert.deepEqual(hints.map(({ item, pista }) => [item, pista]), [[id, 0]]);
});

journey("an answered case cannot be marked again by mistake", {}, async ({ page, url }) => {
  const id = "m02-voluntariado";
  await open(page, lessonOf(url, id));
  await answer(page, id);
  await reload(page);
  await remembers(page, id);
  assert.equal(await decision(page, id).locator("fieldset.respuesta").getAttribute("disabled"), "");
  const marked = page.locator(`#${id} .opciones input`).evaluateAll((all) => all.map((one) => one.checked));
  assert.deepEqual((await marked).filter(Boolean).length, 1);
});
