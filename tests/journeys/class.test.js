// An instructor and a learner, each in a browser of their own: a key, an assignment, its link, doing it on a phone, handing it
// in, the class, the analysis of its items and the gradebook. And the same things gone wrong.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import { gunzipSync, gzipSync } from "node:zlib";

import { bestAnswer, caseView, confirmButton, mark, notice, verdict } from "./support/cases.js";
import { isAccessible, fits } from "./support/looks.js";
import { journey } from "./support/journey.js";
import { open, shows } from "./support/page.js";
import { run } from "./support/repository.js";

const PASSPHRASE = "cuatro palabras bien raras";
const PHONE = { viewport: { width: 360, height: 740 } };

const told = (page, name) => page.locator(`section[aria-labelledby="${name}"] [role="status"]`);

/** Makes the instructor's key; gives its file. */
async function createKey(page) {
  await page.fill("#frase-nueva", PASSPHRASE);
  await page.fill("#frase-repetida", PASSPHRASE);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Crear mi clave" }).click()]);
  await page.getByRole("button", { name: "El archivo está a salvo" }).click();
  await shows(page.locator("#clave-abierta"), "Clave abierta");
  assert.match(file.suggestedFilename(), /^clave-docente-\d{4}-\d\d-\d\d\.age$/);
  return readFile(await file.path());
}

/** Fills in the form and makes the link. */
async function assign(page, url, { pieces = ["leccion:m02-l1"], atEnd = true } = {}) {
  await open(page, `${url}docente/asignar/`);
  const key = await createKey(page);
  await page.fill("#tarea-titulo", "Segunda semana");
  await page.fill("#tarea-mensaje", "Antes del jueves.");
  for (const piece of pieces) await page.locator(`input[name="parte"][value="${piece}"]`).evaluate((box) => (box.checked = true));
  if (atEnd) await page.locator('input[name="comentarios"][value="al-final"]').check();
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "Lista:");
  return { key, link: await page.locator("#tarea-enlace").inputValue() };
}

/** The cases of the assignment that are on the page, each with its address. */
const casesOf = (page) => page.locator('section[aria-labelledby="casos"] .casos-prueba a').evaluateAll((links) => links.map(({ href }) => href));

/** Answers every case of the assignment with what `choose` gives. */
async function answerAll(page, choose = bestAnswer) {
  for (const href of await casesOf(page)) {
    await open(page, href);
    const id = new URL(href).pathname.split("/").at(-2);
    const view = await caseView(page, id);
    await mark(page, view, choose(view));
    await confirmButton(page, id).click();
    await shows(notice(page, id), /Guardada|Respondida/);
  }
}

/** Hands in as a file. */
async function handIn(page, name) {
  await page.fill("#alias", name);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Descargar la entrega" }).click()]);
  return readFile(await file.path());
}

/** A learner in a browser of their own, on a phone. */
async function learner(context, body) {
  const other = await context.browser().newContext({ locale: "es-ES", ...PHONE });
  other.setDefaultTimeout(10_000);
  try {
    return await body(await other.newPage());
  } finally {
    await other.close();
  }
}

async function openClass(page, url) {
  await open(page, `${url}docente/clase/`);
  await page.fill("#frase", PASSPHRASE);
  await page.getByRole("button", { name: "Abrir la clave" }).click();
  await shows(page.locator("#clave-abierta"), "Clave abierta");
}

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

async function giveFiles(page, files) {
  await page.setInputFiles("#entregas-archivos", files);
  await shows(told(page, "entregas"), /leída/);
}

/** What the submission says, opened without us: the key file with its passphrase, the file with Debian's age, then gunzip. */
async function opened(key, submission) {
  const folder = await mkdtemp(join(tmpdir(), "timon-age-"));
  try {
    const withWords = new Decrypter();
    withWords.addPassphrase(PASSPHRASE);
    const armored = key.toString("utf8").replace(/-----[A-Z ]+-----|\s/g, "");
    const identity = await withWords.decrypt(Buffer.from(armored, "base64"), "text");
    await writeFile(join(folder, "identidad.txt"), identity);
    await writeFile(join(folder, "entrega.age"), submission);
    const { code, error } = await run("age", "-d", "-i", join(folder, "identidad.txt"), "-o", join(folder, "entrega.gz"), join(folder, "entrega.age"));
    assert.equal(code, 0, error);
    return { said: JSON.parse(gunzipSync(await readFile(join(folder, "entrega.gz"))).toString("utf8")), identity };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

journey("key, assignment, link, done on a phone, handed in, class, analysis and gradebook", {}, async ({ page, context, url }) => {
  const { key, link } = await assign(page, url);
  const [submission, other] = await learner(context, async (phone) => {
    await phone.goto(link);
    await shows(phone.locator("h2").first(), "Segunda semana");
    await shows(phone.locator(".mensaje-docente"), "Antes del jueves.");
    await phone.getByRole("button", { name: "Empezar" }).click();
    await phone.getByRole("link", { name: "Ir al primer caso" }).waitFor();
    const hrefs = await casesOf(phone);
    assert.equal(hrefs.length, 4);
    await answerAll(phone);
    // Sealed: nothing says what the answers are worth until they are handed in.
    const id = new URL(hrefs.at(-1)).pathname.split("/").at(-2);
    assert.equal(await verdict(phone, id).innerText(), "");
    await phone.getByRole("link", { name: "Ir a la tarea" }).click();
    await phone.waitForURL(/\/tarea\/\?sesion=/);
    await phone.locator(".lleva > summary").click();
    await shows(phone.locator(".lleva"), "4 de 4 casos");
    const file = await handIn(phone, "Ana Ferrer");
    await shows(phone.locator("main"), "Entregada.");
    await phone.getByRole("button", { name: "Copiarla como texto" }).click();
    const line = await phone.locator("#entrega-texto").inputValue();
    assert.match(line, /^TYV1\.[\w-]+$/);
    await phone.getByRole("button", { name: "Verla como código QR" }).click();
    await phone.locator(".qr").waitFor();
    await open(phone, hrefs[0]);
    await phone.getByRole("button", { name: "Ver mi resultado" }).click();
    await shows(phone.locator(".veredicto"), "de 1");
    return [file, line];
  });
  assert.ok(submission.length < 2048, `${submission.length} bytes`);

  await openClass(page, url);
  await giveFiles(page, [file("ana.age", submission)]);
  await shows(page.locator("#grupo"), "Segunda semana");
  await shows(page.locator(".informe"), "1 entrega de 1 persona");
  const person = page.locator(".persona");
  await person.locator("summary").click();
  await shows(person, "Ana Ferrer");
  assert.deepEqual(await person.locator(".credito").allInnerTexts(), ["1", "1", "1", "1"]);
  await shows(page.locator(".items"), "m02-voluntariado");
  const [csv] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Descargar el libro de notas" }).click()]);
  const [headings, row] = (await readFile(await csv.path(), "utf8")).replace("\ufeff", "").split("\r\n");
  assert.ok(headings.startsWith("alias,intento,cuenta,entregada,respondidos,casos,estrategica_de"), headings);
  assert.ok(row.startsWith("Ana Ferrer,1,sí,"), row);

  // The same one again, pasted, is the same one.
  await page.fill("#pegadas", `Marca temporal\tEntrega\n12/1\t${other}`);
  await page.getByRole("button", { name: "Leer lo pegado" }).click();
  await shows(page.locator(".informe"), "1 entrega de 1 persona");

  const { said, identity } = await opened(key, submission);
  assert.equal(said.alias, "Ana Ferrer");
  assert.deepEqual(said.casos.map(([item]) => item).length, 4);
  // And one that was made with age opens here.
  const encrypter = new Encrypter();
  const { code, out } = await run("age-keygen", "-y", await writtenTo(identity));
  assert.equal(code, 0);
  encrypter.addRecipient(out.trim());
  const theirs = { ...said, alias: "Luis Soler", ficha: "otra", banco: "otro" };
  const made = await encrypter.encrypt(ours(gzipSync(JSON.stringify(theirs))));
  await giveFiles(page, [file("luis.age", Buffer.from(made))]);
  await shows(page.locator(".informe"), "2 entregas de 2 personas");
  await shows(page.locator('section[aria-labelledby="senales-entregas"]'), "Se respondió con otra versión del curso");
});

/** Node writes the system in the head of its gzip; ours says that it is not known. The rest is the same. */
function ours(packed) {
  packed[8] = 0;
  packed[9] = 0xff;
  return packed;
}

let scratch;
async function writtenTo(text) {
  scratch ??= await mkdtemp(join(tmpdir(), "timon-clave-"));
  const path = join(scratch, "identidad.txt");
  await writeFile(path, text);
  return path;
}

journey("with feedback at once the cases are those of the course, and one can leave and come back", {}, async ({ page, context, url }) => {
  const { link } = await assign(page, url, { atEnd: false });
  await learner(context, async (phone) => {
    await phone.goto(link);
    await phone.getByRole("button", { name: "Empezar" }).click();
    const [first] = await casesOf(phone);
    await open(phone, first);
    const id = new URL(first).pathname.split("/").at(-2);
    const view = await caseView(phone, id);
    await mark(phone, view, bestAnswer(view));
    await confirmButton(phone, id).click();
    await shows(verdict(phone, id), "de 1");
    await open(phone, `${url}tarea/`);
    await phone.getByRole("link", { name: "Seguir donde lo dejaste" }).waitFor();
    await phone.fill("#alias", "Ana");
    await phone.getByRole("button", { name: "Descargar la entrega" }).click();
    await shows(told(phone, "entregar"), "Hay 3 casos sin responder. Si entregas así");
  });
});

journey("a second attempt mixes the cases again, and only the first one counts", {}, async ({ page, context, url }) => {
  await open(page, `${url}docente/asignar/`);
  await page.locator('input[name="orden"][value="propio"]').check();
  await page.fill("#tarea-intentos", "2");
  await page.locator('input[name="comentarios"][value="al-final"]').check();
  await page.locator('input[name="parte"][value="modulo:m02"]').check();
  await page.fill("#tarea-titulo", "Dos intentos");
  const key = await createKey(page);
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "Lista: 14 casos");
  const link = await page.locator("#tarea-enlace").inputValue();
  const [one, other, orders] = await learner(context, async (phone) => {
    await phone.goto(link);
    const orders = [];
    const attempt = async (name) => {
      await phone.getByRole("button", { name }).click();
      await phone.getByRole("link", { name: "Ir al primer caso" }).waitFor();
      orders.push((await casesOf(phone)).map((href) => new URL(href).pathname));
      await phone.fill("#alias", "Ana");
      await phone.getByRole("button", { name: "Descargar la entrega" }).click();
      await shows(told(phone, "entregar"), "Hay 14 casos sin responder");
      const file = await handIn(phone, "Ana");
      await shows(phone.locator(".tarea-pedida"), "Entregada.");
      return file;
    };
    const one = await attempt("Empezar");
    const other = await attempt("Hacer otro intento");
    assert.equal(await phone.getByRole("button", { name: "Hacer otro intento" }).count(), 0, "there were two");
    return [one, other, orders];
  });
  assert.notDeepEqual(orders[0], orders[1]);
  assert.deepEqual([...orders[0]].sort(), [...orders[1]].sort());
  assert.deepEqual([(await opened(key, one)).said.intento, (await opened(key, other)).said.intento], [1, 2]);
  await openClass(page, url);
  await giveFiles(page, [file("2.age", other), file("1.age", one)]);
  await shows(page.locator(".informe"), "2 entregas de 1 persona");
  const flags = page.locator('section[aria-labelledby="senales-entregas"]');
  await shows(flags, "Es el intento 2: cuenta el primero.");
  assert.equal(await flags.getByText("no son los que le tocaban").count(), 0, "the order of each attempt is the one of its seed");
});

journey("a link that was cut or changed is refused with its reason", {}, async ({ page, context, url }) => {
  const { link } = await assign(page, url);
  await learner(context, async (phone) => {
    for (const [address, reason] of [
      [link.slice(0, -30), "El enlace está incompleto"],
      [link.replace(/.(.{20})$/, (_, rest) => `${link.at(-21) === "A" ? "B" : "A"}${rest}`), "El enlace se ha modificado"],
      [withVersion(link, 2), "una versión más nueva"],
    ]) {
      await phone.goto("about:blank");
      await open(phone, address);
      await shows(phone.locator(".aviso[role='alert']"), reason);
      assert.equal(await phone.getByRole("button", { name: "Empezar" }).count(), 0);
    }
    await phone.goto("about:blank");
    await open(phone, `${url}tarea/`);
    await shows(phone.locator("main"), "Aquí no hay ninguna tarea");
  });
});

/** The link as a later version of the course would make it. */
function withVersion(link, version) {
  const [address, code] = link.split("#t=");
  const bytes = Buffer.from(code, "base64url");
  bytes[0] = version;
  return `${address}#t=${bytes.toString("base64url")}`;
}

journey("damaged, foreign and hostile files are told one by one, and the rest of the class is shown", {}, async ({ page, context, url }) => {
  const { link } = await assign(page, url);
  const submission = await learner(context, async (phone) => {
    await phone.goto(link);
    await phone.getByRole("button", { name: "Empezar" }).click();
    await phone.fill("#alias", `=1+1<img src=x onerror="document.title='roto'">`);
    await phone.getByRole("button", { name: "Descargar la entrega" }).click();
    return handIn(phone, `=1+1<img src=x onerror="document.title='roto'">`);
  });
  await openClass(page, url);
  await giveFiles(page, [
    file("cortada.age", submission.subarray(0, submission.length - 9)),
    file("foto.jpg", Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2])),
    file("enorme.age", Buffer.alloc(700_000, 120)),
    file("buena.age", submission),
  ]);
  await shows(told(page, "entregas"), "1 entrega leída; 3 no se han podido abrir.");
  const said = await page.locator(".lista-puntos").first().innerText();
  assert.match(said, /cortada\.age.*dañada/);
  assert.match(said, /foto\.jpg.*No es una entrega/);
  assert.match(said, /enorme\.age.*demasiado grande/);
  await shows(page.locator(".informe"), "1 entrega de 1 persona");
  assert.equal(await page.locator(".informe img").count(), 0);
  assert.notEqual(await page.title(), "roto");
});

journey("what is missing in the form, and a passphrase that is not the one, are said", {}, async ({ page, url }) => {
  await open(page, `${url}docente/asignar/`);
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "Abre antes tu clave");
  await page.fill("#frase-nueva", "corta");
  await page.fill("#frase-repetida", "corta");
  await page.getByRole("button", { name: "Crear mi clave" }).click();
  await shows(told(page, "clave-titulo"), "demasiado corta");
  await page.fill("#frase-repetida", "otra");
  await page.getByRole("button", { name: "Crear mi clave" }).click();
  await shows(told(page, "clave-titulo"), "no son iguales");
  await createKey(page);
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "Ponle un título");
  await page.fill("#tarea-titulo", "Una tarea");
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "Marca al menos un módulo");
  await page.fill("#sorteo-cuantos", "0");
  await page.getByRole("button", { name: "Crear el enlace" }).click();
  await shows(told(page, "enlace"), "tiene que ser un número entero");
  await open(page, `${url}docente/clase/`);
  await page.fill("#frase", "ninguna de ellas");
  await page.getByRole("button", { name: "Abrir la clave" }).click();
  await shows(told(page, "clave-titulo"), "La frase de paso no es esta");
  await page.getByRole("button", { name: "Leer lo pegado" }).click();
  await shows(told(page, "entregas"), "Abre antes tu clave");
});

for (const colorScheme of ["light", "dark"]) {
  journey(`what each of them sees fits, can be touched and is accessible, ${colorScheme}`, { colorScheme }, async ({ page, context, url }) => {
    const { link } = await assign(page, url);
    await isAccessible(page);
    await fits(page);
    const submission = await learner(context, async (phone) => {
      await phone.goto(link);
      await phone.getByRole("button", { name: "Empezar" }).click();
      await phone.getByRole("link", { name: "Ir al primer caso" }).waitFor();
      await phone.locator(".lleva > summary").click();
      await isAccessible(phone);
      await fits(phone);
      await phone.fill("#alias", "Ana");
      await phone.getByRole("button", { name: "Descargar la entrega" }).click();
      return handIn(phone, "Ana");
    });
    await openClass(page, url);
    await giveFiles(page, [file("ana.age", submission)]);
    await page.locator(".persona > summary").click();
    await isAccessible(page);
    await fits(page);
  });
}
