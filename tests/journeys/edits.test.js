// An answer survives the edits that leave the question the same, and stops counting after those that change it.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";

import { answer, bestAnswer, caseView, creditShown, formOf, notice, unfold, verdict } from "./support/cases.js";
import { buildEdited, cutQuestion, replace } from "./support/course.js";
import { journey } from "./support/journey.js";
import { putLines, storedLines } from "./support/journal.js";
import { open, remembers, shows } from "./support/page.js";
import { evidenceShown, openProfile } from "./support/profile.js";
import { sites } from "./support/repository.js";

const ID = "m02-voluntariado";
const FILE = "modulos/m02/l1.md";
const OTHER_FILE = "modulos/m02/l2.md";

/** Changes the text of the question, wherever it is in its file. */
async function editQuestion(folder, change) {
  const path = join(folder, FILE);
  const [before, question, rest] = cutQuestion(await readFile(path, "utf8"), ID);
  const changed = change(question);
  assert.notEqual(changed, question, "the edit changes something");
  await writeFile(path, before + changed + rest);
}

/** The options of the question, each with its feedback. */
const optionsOf = (question) => question.match(/^- \[[ x]\] [^]*?(?=^- \[|\n\n> \[!NOTE\])/gm);

/** What an editor may do to the question without making it another. */
const KEEPING = {
  "the stem rewritten": (question) => question.replace(/^\*\*¿.+\?\*\*$/m, "**¿Qué se puede concluir de estos datos?**"),
  "the case rewritten": (question) => question.replace(/\}\n\n[^\n]+/, "}\n\nEl caso empieza ahora con otras palabras, y sigue igual."),
  "a feedback rewritten": (question) => question.replace(/^ {2}> .+$/m, "  > Otra manera de decirlo."),
  "an accent mended in an option": (question) => withOption(question, (option) => option.replace(/[áéíóú]/, (letter) => PLAIN[letter])),
  "capitals, punctuation and emphasis of an option": (question) =>
    withOption(question, (option) => option.replace(/(?<=\] )(\w+) (\w+) ([^`]+?)\.? `/, (_, one, two, rest) => `${one.toUpperCase()} **${two}** ${rest}; \``)),
  "options in another order": (question) => {
    const options = optionsOf(question);
    const start = question.indexOf(options[0]);
    const all = options.join("");
    return question.slice(0, start) + options.toReversed().map((option) => `${option.trimEnd()}\n`).join("").trimEnd() + question.slice(start + all.trimEnd().length);
  },
};

const PLAIN = { á: "a", é: "e", í: "i", ó: "o", ú: "u" };

/** Changes the first option. */
const withOption = (question, change) => question.replace(optionsOf(question)[0], change);

/** What makes it another question. */
const CHANGING = {
  "another word in an option": (question) => withOption(question, (option) => option.replace(/(?<=\] \w+ )/, "quizá ")),
  "another credit": (question) => question.replace("`0.4`", "`0.3`"),
};

const siteOf = (edit) => `edicion-${[...Object.keys(KEEPING), ...Object.keys(CHANGING), "moved"].indexOf(edit)}`;

before(async () => {
  for (const [edit, apply] of Object.entries({ ...KEEPING, ...CHANGING })) {
    await buildEdited(siteOf(edit), (folder) => editQuestion(folder, apply));
  }
  await buildEdited(siteOf("moved"), async (folder) => {
    const path = join(folder, FILE);
    const [before, question, rest] = cutQuestion(await readFile(path, "utf8"), ID);
    await writeFile(path, before + rest.trimStart());
    await replace(folder, OTHER_FILE, "## Para llevarse", `${question.replace('repasa = "#', 'repasa = "l1.md#')}\n## Para llevarse`);
  });
});

after(async () => {
  for (const edit of [...Object.keys(KEEPING), ...Object.keys(CHANGING), "moved"]) {
    await rm(join(sites, siteOf(edit)), { recursive: true, force: true });
  }
});

/** A learner of the course as it was: the lines of the journal after one answer. */
let linesBefore;
let evidence;
journey("before the edits: an answer", {}, async ({ page, url }) => {
  await open(page, `${url}lecciones/m02-l1/`);
  await answer(page, ID);
  await openProfile(page, url, 1);
  evidence = await evidenceShown(page, "estrategia");
  assert.notEqual(evidence, "0");
  linesBefore = await storedLines(page);
});

/** Opens the edited course as that learner. */
async function comeBack(page, address) {
  await open(page, address);
  await putLines(page, linesBefore);
  await open(page, address);
}

for (const edit of [...Object.keys(KEEPING), "moved"]) {
  const lesson = edit === "moved" ? "m02-l2" : "m02-l1";
  const name = edit === "moved" ? "the question moved to another lesson" : edit;
  journey(`${name}: the answer stays`, { site: siteOf(edit) }, async ({ page, url }) => {
    await comeBack(page, `${url}lecciones/${lesson}/`);
    await remembers(page, ID);
    await shows(notice(page, ID), "Respondida: 1 de 1 punto.");
    await marksTheSameOption(page);
    await unfold(page, ID);
    assert.equal(await creditShown(page, ID), "1");
    await openProfile(page, url, 1);
    assert.equal(await evidenceShown(page, "estrategia"), evidence);
  });
}

/** The option that is marked is the one that was chosen, wherever it stands now. */
async function marksTheSameOption(page) {
  const view = await caseView(page, ID);
  const [, options] = formOf(view);
  const place = options.findIndex((option) => option.key === bestAnswer(view).Single);
  const marked = await page.locator(`#${ID} .opciones input`).evaluateAll((all) => all.map((one) => one.checked));
  assert.deepEqual(marked, options.map((_, index) => index === place));
}

for (const edit of Object.keys(CHANGING)) {
  journey(`${edit}: the question has changed, and answering again counts`, { site: siteOf(edit) }, async ({ page, url }) => {
    await comeBack(page, `${url}lecciones/m02-l1/`);
    await shows(notice(page, ID), "Esta pregunta cambió: tu respuesta anterior ya no cuenta.");
    assert.equal(await verdict(page, ID).innerText(), "");
    await openProfile(page, url, 1);
    assert.equal(await evidenceShown(page, "estrategia"), "0");

    await open(page, `${url}lecciones/m02-l1/`);
    await answer(page, ID);
    await shows(verdict(page, ID), "Qué aporta a tu perfil");
    await openProfile(page, url, 2);
    assert.equal(await evidenceShown(page, "estrategia"), evidence);
    assert.deepEqual((await storedLines(page)).filter(([id]) => linesBefore.some(([other]) => other === id)), linesBefore);
  });
}
