// How far the learner has come, wherever it is shown.

import assert from "node:assert/strict";

import { answer } from "./support/cases.js";
import { answersStored } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { open, shows } from "./support/page.js";

journey("a lesson done is done in its module, and the way on is the module's own", {}, async ({ page, url }) => {
  const ids = ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"];
  await open(page, `${url}lecciones/m02-l1/`);
  for (const id of ids) await answer(page, id);
  await answersStored(page, ids.length);

  await open(page, `${url}modulos/m02/`);
  await shows(page.locator(".adelante"), "Siguiente lección: «Del objetivo de negocio al plan».");
  const lessons = page.locator(".lecciones li");
  assert.deepEqual(
    await lessons.locator("i").evaluateAll((steps) => steps.map((step) => step.dataset.estado)),
    ["hecha", "sin-empezar", "sin-empezar", "sin-empezar"],
  );
  assert.match(await lessons.first().innerText(), /\(hecha\)/);

  // What was done elsewhere begins no other module.
  await open(page, `${url}modulos/m03/`);
  await shows(page.locator(".adelante a"), "Empezar");
});
