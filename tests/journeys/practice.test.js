// Sessions of mixed cases: only what was asked for is drawn, one knows where one is, a session can be left, and cases that
// were already answered are practice.

import assert from "node:assert/strict";

import { answeredLine, bankOf, bestOf, lessonItems, mainCompetency, worstOf } from "./support/bank.js";
import { answer, decision, notice, verdict } from "./support/cases.js";
import { answersStored, eventsIn, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { awake, holdModule, open, reload, shows } from "./support/page.js";
import { admitted, caseHere, draw, drawButton, filterBy, fnv1a, shuffled, stepsOfSession } from "./support/practice.js";
import { counted, openProfile } from "./support/profile.js";

const BANK = await bankOf("raiz");
const FORMS = ["unica", "multiple", "ordenar", "emparejar", "clasificar", "valorar"];
const itemOf = (id) => BANK.find((item) => item.id === id);

// What is drawn

for (const [name, filter] of Object.entries({
  "a competency": { competencia: ["operacion.escucha"] },
  "a module": { modulo: ["m04"] },
  "a form": { forma: ["ordenar"] },
  "two forms": { forma: ["emparejar", "valorar"] },
  "a subject": { faceta: ["privacidad"] },
  "a competency and two forms": { competencia: ["estrategia.analitica"], forma: ["unica", "multiple"] },
  "a module and a competency": { modulo: ["m02", "m05"], competencia: ["estrategia.planificacion"] },
})) {
  journey(`asked for ${name}, it draws every case that there is, and no other`, {}, async ({ page, url }) => {
    const all = admitted(BANK, filter).map(({ id }) => id);
    assert.ok(all.length > 0, "there is something to draw");
    const { items } = await draw(page, url, filter, 20);
    assert.equal(items.length, Math.min(20, all.length));
    assert.equal(new Set(items).size, items.length, "none twice");
    for (const id of items) assert.ok(all.includes(id), id);
  });
}

journey("it offers every competency, module and form, and the subjects of at least three cases", {}, async ({ page, url }) => {
  await open(page, `${url}practica/`);
  const offered = (name) => page.locator(`input[name="${name}"]`).evaluateAll((all) => all.map((one) => one.value).sort());
  const items = lessonItems(BANK);
  const values = (of) => [...new Set(items.flatMap(of))].sort();
  assert.deepEqual(await offered("competencia"), values((item) => [mainCompetency(item)]));
  assert.deepEqual(await offered("modulo"), values(({ home }) => [home.Lesson.module]));
  assert.deepEqual(await offered("forma"), FORMS.toSorted());
  const facets = values(({ facets }) => facets).filter((facet) => items.filter((item) => item.facets.includes(facet)).length >= 3);
  assert.deepEqual(await offered("faceta"), facets);
});

for (const cases of [5, 10, 20]) {
  journey(`asked for ${cases} cases and nothing else, it draws ${cases} of the lessons`, {}, async ({ page, url }) => {
    const { items } = await draw(page, url, {}, cases);
    assert.equal(items.length, cases);
    for (const id of items) assert.ok(itemOf(id).home.Lesson, id);
  });
}

journey("no case meets all that is marked: it is said, and nothing is begun", {}, async ({ page, url }) => {
  const filter = emptyFilter();
  await open(page, `${url}practica/`);
  await filterBy(page, filter);
  await drawButton(page).click();
  await shows(page.locator('[aria-label="Empezar una sesión"] [role="status"]'), "Ningún caso cumple con todo lo marcado. Quita algún filtro.");
  assert.equal(new URL(page.url()).pathname, new URL(`${url}practica/`).pathname);
  assert.deepEqual(eventsIn(await storedLines(page), "sesion"), []);
  // Taking one off is enough.
  await page.locator(`input[name="modulo"][value="${filter.modulo[0]}"]`).click();
  await drawButton(page).click();
  await page.waitForURL(/\/casos\/[^/]+\/\?sesion=/);
});

/** A competency and a module that no case has together. */
function emptyFilter() {
  for (const competency of new Set(lessonItems(BANK).map(mainCompetency))) {
    for (const module of new Set(lessonItems(BANK).map(({ home }) => home.Lesson.module))) {
      const filter = { competencia: [competency], modulo: [module] };
      if (admitted(BANK, filter).length === 0) return filter;
    }
  }
  return assert.fail("every module has every competency");
}

journey("the seed and the list are in the journal, and the seed gives the list again", {}, async ({ page, url }) => {
  const filter = { competencia: ["operacion.conversacion"] };
  const { sesion, semilla, para, items } = await draw(page, url, filter, 10);
  assert.equal(para, "practica");
  assert.equal(semilla, String(fnv1a(sesion)));
  const all = admitted(BANK, filter).map(({ id }) => id);
  assert.deepEqual(items, shuffled(all, BigInt(semilla)).slice(0, 10));
  assert.ok(page.url().endsWith(`/casos/${items[0]}/?sesion=${sesion}`), page.url());
});

journey("two sessions are not the same one", {}, async ({ page, url }) => {
  const [one, other] = [await draw(page, url, {}, 20), await draw(page, url, {}, 20)];
  assert.notEqual(one.semilla, other.semilla);
  assert.notDeepEqual(one.items, other.items);
});

journey("cases never answered come before those that were", {}, async ({ page, url }) => {
  const filter = { modulo: ["m02"] };
  const all = admitted(BANK, filter);
  const answered = all.slice(0, all.length - 3);
  await open(page, `${url}practica/`);
  await putLines(page, answered.map((item) => answeredLine(item, bestOf(item))));
  const { items } = await draw(page, url, filter, 10);
  const isNew = items.map((id) => !answered.some((item) => item.id === id));
  assert.deepEqual(isNew, items.map((_, place) => place < 3));
});

journey("what is marked before waking is asked for, and «Empezar» pressed then is answered", {}, async ({ page, url }) => {
  const filter = { modulo: ["m03"] };
  const wake = await holdModule(page);
  await page.goto(`${url}practica/`, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/aula-")));
  await filterBy(page, filter);
  await drawButton(page).click();
  await wake();
  // The cases come with the island: until they are here it is said, and the press is made again.
  await shows(page.locator('[aria-label="Empezar una sesión"] [role="status"]'), "Los casos todavía se están cargando.");
  await counted(page);
  await drawButton(page).click();
  await page.waitForURL(/\/casos\/[^/]+\/\?sesion=/);
  await awake(page);
  const all = admitted(BANK, filter).map(({ id }) => id);
  for (const id of eventsIn(await storedLines(page), "sesion")[0].items) assert.ok(all.includes(id), id);
});

// Going through it

journey("the session says where one is, and each case leads to the next", {}, async ({ page, url }) => {
  const { sesion, items } = await draw(page, url, { forma: ["unica"] }, 5);
  for (const [place, id] of items.entries()) {
    assert.equal(caseHere(page), id);
    await shows(page.locator(".sesion"), `Práctica · caso ${place + 1} de 5`);
    assert.deepEqual(await stepsOfSession(page), items.map((_, at) => (at < place ? "hecho" : "pendiente") + (at === place ? ", aquí" : "")));
    await answer(page, id);
    await shows(page.locator(".sesion"), `Caso ${place + 1} (hecho)`);
    const last = place === items.length - 1;
    const next = verdict(page, id).locator(".acciones a").first();
    await shows(next, last ? "Terminar la sesión" : "Siguiente caso");
    await next.click();
    await page.waitForURL(last ? `${url}practica/` : `${url}casos/${items[place + 1]}/?sesion=${sesion}`);
    await awake(page);
  }
  await answersStored(page, 5);
  // A session that is over is not offered again: of this one and another, only the other.
  await draw(page, url, {}, 10);
  await open(page, `${url}practica/`);
  const offers = page.locator('[aria-label="Empezar una sesión"] li');
  await shows(offers, "sesión de 10 casos");
  assert.equal(await offers.count(), 1);
});

journey("a session can be left and gone on with at the first case that is missing", {}, async ({ page, url }) => {
  const { sesion, items } = await draw(page, url, { forma: ["unica"] }, 5);
  await answer(page, items[0]);
  await page.locator(".sesion ol a").nth(2).click();
  await page.waitForURL(`${url}casos/${items[2]}/?sesion=${sesion}`);
  await awake(page);
  await answer(page, items[2]);
  await answersStored(page, 2);
  await page.locator(".sesion a", { hasText: "Dejarla por ahora" }).click();
  await page.waitForURL(`${url}practica/`);
  await awake(page);

  const offer = page.locator('[aria-label="Empezar una sesión"] li');
  await shows(offer, "Seguir con la sesión de 5 casos Llevas 2.");
  await offer.locator("a").click();
  await page.waitForURL(`${url}casos/${items[1]}/?sesion=${sesion}`);
  await awake(page);
  await shows(page.locator(".sesion"), "caso 2 de 5");
  assert.deepEqual(await stepsOfSession(page), ["hecho", "pendiente, aquí", "hecho", "pendiente", "pendiente"]);
});

journey("a case answered in the session stays answered when it is opened again in it", {}, async ({ page, url }) => {
  const { items } = await draw(page, url, { forma: ["unica"] }, 5);
  await answer(page, items[0]);
  await answersStored(page, 1);
  await reload(page);
  await page.locator(`#${items[0]} .decision[data-estado="plegada"]`).waitFor();
});

journey("a case answered before is open in the session, and what is answered is practice", {}, async ({ page, url }) => {
  const filter = { modulo: ["m02"], forma: ["unica"] };
  const all = admitted(BANK, filter);
  await open(page, `${url}practica/`);
  await putLines(page, all.map((item) => answeredLine(item, worstOf(item))));
  const profile = await openProfile(page, url, all.length);
  const { items } = await draw(page, url, filter, 20);
  const [id] = items;
  // The journal has been read by the time the bar is there.
  await shows(page.locator(".sesion"), "caso 1 de");
  assert.equal(await decision(page, id).getAttribute("data-estado"), "abierta");
  assert.equal(await page.locator(`#${id} .opciones input:checked`).count(), 0);
  await page.locator(`#${id} .opciones input`).first().click();
  await shows(notice(page, id), "Será práctica: cuenta tu primera decisión.");
  await answer(page, id);
  await shows(verdict(page, id), "Práctica: en tu perfil cuenta tu primera decisión");
  await answersStored(page, all.length + 1);
  const { kept, ...after } = await openProfile(page, url, all.length + 1);
  assert.deepEqual({ ...after, kept: profile.kept }, profile);
});

journey("a case answered first in a session counts as in its lesson", {}, async ({ page, url }) => {
  const { items } = await draw(page, url, { modulo: ["m02"], forma: ["unica"] }, 5);
  const id = items[0];
  await answer(page, id);
  await shows(verdict(page, id), "Qué aporta a tu perfil");
  await answersStored(page, 1);
  await open(page, `${url}lecciones/${itemOf(id).home.Lesson.lesson}/`);
  await shows(notice(page, id), "Respondida: 1 de 1 punto.");
});

journey("a case opened by itself, or with a session that is not its own, has no session around it", {}, async ({ page, url }) => {
  const { sesion, items } = await draw(page, url, { modulo: ["m02"] }, 5);
  const stranger = lessonItems(BANK).find(({ id, form }) => form === "unica" && !items.includes(id)).id;
  for (const query of ["", "?sesion=no-existe", `?sesion=${sesion}`]) {
    await open(page, `${url}casos/${stranger}/${query}`);
    await page.locator(`#${stranger} .decision[data-estado="abierta"]`).waitFor();
    assert.equal(await page.locator(".sesion").isVisible(), false, query);
  }
  await answer(page, stranger);
  await shows(verdict(page, stranger).locator(".acciones a").first(), "Ir a su lección");
});
