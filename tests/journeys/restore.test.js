// Files that are not what «Restaurar una copia» expects, and copies that meet other answers.

import assert from "node:assert/strict";

import { bankOf } from "./support/bank.js";
import { answer, confirmButton, verdict, worstOption } from "./support/cases.js";
import { answersIn, event, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { open, remembers, shows } from "./support/page.js";
import { evidenceShown, keeps, openProfile, profileShown, restore, said, savedCopy } from "./support/profile.js";
import { spanish } from "./support/scoring.js";

const LESSON = "lecciones/m02-l1/";
const GOOD = { formato: "timon-y-voz-copia", version: 1, curso: "timon-y-voz", creada: 1, eventos: [] };
const whole = JSON.stringify({ ...GOOD, eventos: ['{"v":1}'] });

/** Each bad file with the words that it is answered with. */
const REFUSED = {
  "an empty file": ["", "El archivo está vacío."],
  "a file of blanks": ["\n  \n", "El archivo está vacío."],
  "something that is not JSON": ["Querida profesora: aquí va mi copia.", "El archivo no es una copia de seguridad."],
  "a copy cut short": [whole.slice(0, -9), "La copia está incompleta: el archivo se cortó."],
  "a copy with something else inside": [whole.replace('"creada":1', '"creada":1x'), "La copia está dañada"],
  "a copy without its list": [JSON.stringify({ ...GOOD, eventos: "ninguno" }), "La copia está dañada"],
  "a copy of another course": [JSON.stringify({ ...GOOD, curso: "otro-curso" }), "La copia es de otro curso («otro-curso»)."],
  "a copy of a newer version": [JSON.stringify({ ...GOOD, version: 7, eventos: { de: "otra forma" } }), "edición más reciente del curso (formato 7)"],
  "a file of another application": ['{"notas":[1,2,3]}', "El archivo es de otra aplicación"],
  "a list": ["[1, 2, 3]", "El archivo es de otra aplicación"],
};

journey("bad files are refused one by one, each for its reason, and nothing is lost", {}, async ({ page, url }) => {
  await open(page, url + LESSON);
  await answer(page, "m02-voluntariado");
  await openProfile(page, url, 1);
  const [lines, profile] = [await storedLines(page), await profileShown(page)];
  for (const [name, [text, words]] of Object.entries(REFUSED)) {
    await restore(page, text);
    await shows(said(page), words);
    assert.deepEqual(await storedLines(page), lines, name);
  }
  assert.deepEqual(await profileShown(page), profile);
});

/** The strategic evidence that these cases give, as the profile writes it. */
async function evidenceOf(ids) {
  const weights = (await bankOf("raiz")).filter((item) => ids.includes(item.id)).flatMap((item) => item.competencies);
  const strategic = weights.filter(([competency]) => competency.startsWith("estrategia."));
  return spanish(strategic.reduce((total, [, weight]) => total + weight, 0), 1);
}

/** The copy of a learner who has answered these cases, and its journal. */
async function copyOf(page, url, ids, choose) {
  await open(page, url + LESSON);
  for (const id of ids) await answer(page, id, choose);
  await openProfile(page, url, ids.length);
  return { text: (await savedCopy(page)).text, lines: await storedLines(page), profile: await profileShown(page) };
}

async function erase(page) {
  await page.click("#borrar-datos");
  await page.click("#borrar-si");
  await keeps(page, 0);
}

journey("the same copy twice adds nothing the second time", { acceptDownloads: true }, async ({ page, url }) => {
  const copy = await copyOf(page, url, ["m02-voluntariado", "m02-hoteles"]);
  await erase(page);
  await restore(page, copy.text);
  await shows(said(page), `Copia restaurada: se han añadido ${copy.lines.length} registros`);
  await restore(page, copy.text);
  await shows(said(page), "La copia no trae nada que no estuviera ya aquí.");
  assert.deepEqual(await storedLines(page), copy.lines);
  assert.deepEqual(await profileShown(page), copy.profile);
});

journey("a copy joins a journal with other answers: both stay, and the first decision counts", { acceptDownloads: true }, async ({ page, url }) => {
  const copy = await copyOf(page, url, ["m02-voluntariado", "m02-tallas"]);
  await erase(page);
  await open(page, url + LESSON);
  await answer(page, "m02-voluntariado", worstOption);
  await answer(page, "m02-hoteles");
  await openProfile(page, url, 2);
  const lines = await storedLines(page);

  await restore(page, copy.text);
  await shows(said(page), "Copia restaurada");
  await keeps(page, 4);
  const byId = (all) => all.toSorted(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(await storedLines(page), byId([...lines, ...copy.lines]));
  const answers = answersIn(await storedLines(page)).sort((a, b) => a.cuando - b.cuando);
  assert.deepEqual(answers.map(({ item }) => item), ["m02-voluntariado", "m02-tallas", "m02-voluntariado", "m02-hoteles"]);
  // The copy is older, so its first decision counts; the other journal adds what the copy lacked.
  const three = ["m02-voluntariado", "m02-tallas", "m02-hoteles"];
  assert.equal(await evidenceShown(page, "estrategia"), await evidenceOf(three));
  await open(page, url + LESSON);
  await remembers(page, "m02-voluntariado");
  await confirmButton(page, "m02-voluntariado").click();
  await shows(verdict(page, "m02-voluntariado"), "en tu perfil cuenta tu primera decisión, 1 de 1 punto.");
});

journey("a copy with lines that cannot be read gives back the rest and keeps them", { acceptDownloads: true }, async ({ page, url }) => {
  const copy = await copyOf(page, url, ["m02-voluntariado"]);
  await erase(page);
  const strange = ['{"v":1,"id":"rota', '{"v":99,"id":"nueva","que":"sueño"}'];
  const parsed = JSON.parse(copy.text);
  const text = JSON.stringify({ ...parsed, eventos: [...strange, ...parsed.eventos] });
  await restore(page, text);
  await shows(said(page), "2 registros no se pueden leer con esta versión y se conservan como están.");
  await keeps(page, 1);
  const lines = (await storedLines(page)).map(([, line]) => line);
  for (const line of strange) assert.ok(lines.includes(line), line);
  await restore(page, text);
  await shows(said(page), "La copia no trae nada que no estuviera ya aquí.");
  assert.deepEqual((await storedLines(page)).map(([, line]) => line), lines, "and only once");
  await shows(page.locator(".aviso-datos"), "Hay 1 registro de una versión más nueva del curso.");
});

journey("a restored line keeps every byte, also of fields that this version does not know", {}, async ({ page, url }) => {
  await openProfile(page, url, 0);
  const line = '{"v":1,"id":"de-otro-dispositivo","cuando":1,"que":"lugar","leccion":"m02-l1","ancla":"depende","futuro":"ñ"}';
  await restore(page, JSON.stringify({ ...GOOD, eventos: [line] }));
  await shows(said(page), "Copia restaurada: se ha añadido 1 registro");
  assert.deepEqual(await storedLines(page), [["de-otro-dispositivo", line]]);
  assert.equal(event((await storedLines(page))[0]).ancla, "depende");
});

journey("a copy made after lines of a newer version arrived gives them back elsewhere", { acceptDownloads: true }, async ({ page, url }) => {
  await openProfile(page, url, 0);
  const newer = ["c-nueva", '{"v":99,"id":"c-nueva","cuando":1,"que":"sueño"}'];
  await putLines(page, [newer]);
  await openProfile(page, url, 0);
  await shows(page.locator(".aviso-datos"), "versión más nueva");
  const { text } = await savedCopy(page);
  await page.click("#borrar-datos");
  await page.click("#borrar-si");
  await shows(said(page), "Tus datos se han borrado de este navegador.");
  assert.deepEqual(await storedLines(page), []);
  await restore(page, text);
  await shows(said(page), "1 registro no se puede leer con esta versión y se conserva como está.");
  assert.deepEqual((await storedLines(page)).map(([, line]) => line), [newer[1]]);
});
