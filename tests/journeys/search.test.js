// Searching: the index comes when it is needed, words are found in any of their forms, what is found leads to its place, and
// without a network it says what to do.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { bankOf, lessonItems } from "./support/bank.js";
import { journey } from "./support/journey.js";
import { awake, open, reload, shows } from "./support/page.js";
import { look } from "./support/search.js";
import { filesOf } from "./support/pages.js";
import { sites } from "./support/repository.js";

const BANK = await bankOf("raiz");
const [INDEX] = (await filesOf("raiz", ".json")).filter((file) => /\/busqueda-\w+\.json$/.test(file));
const KINDS = { lesson: "Lección", case: "Caso", term: "Término", simulation: "Simulación" };
const DOCUMENTS = JSON.parse(await readFile(join(sites, "raiz", INDEX), "utf8")).d;

const told = (page) => page.locator(".buscador [role='status']");
const found = (page) => page.locator(".hallazgos a");
const titles = (page) => found(page).allInnerTexts();

journey("the index is not asked for until the page of the search opens, and then once", {}, async ({ page, url }) => {
  const asked = [];
  page.on("request", (request) => /busqueda-/.test(request.url()) && asked.push(request.url()));
  for (const path of ["", "modulos/", "lecciones/m02-l1/", "practica/", "perfil/", "glosario/", "simulaciones/tormenta/"]) await open(page, url + path);
  assert.deepEqual(asked, []);
  await open(page, `${url}buscar/`);
  await look(page, "crisis");
  await look(page, "crisis de reputación");
  assert.deepEqual(asked, [`${url}${INDEX}`]);
});

for (const [name, [one, other]] of Object.entries({
  "without accents": ["segmentación", "segmentacion"],
  "in capitals": ["moderación", "MODERACIÓN"],
  "in the plural": ["métrica", "métricas"],
  "in the plural, of a word that ends otherwise": ["impresión", "impresiones"],
  "with accents apart from their letters": ["reseña", "resen\u0303a"],
})) {
  journey(`what is found ${name} is the same`, {}, async ({ page, url }) => {
    await open(page, `${url}buscar/`);
    await look(page, one);
    const before = await titles(page);
    assert.ok(before.length > 0);
    await look(page, other);
    assert.deepEqual(await titles(page), before);
  });
}

journey("the last word may be begun, and a letter may be wrong", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  for (const [words, title] of [
    ["segmen", "segmentación"],
    ["prescr", "prescriptor o prescriptora"],
    ["plan de cri", "plan de crisis"],
    ["microenpresa", "microempresa"],
    ["crisis reputa", "crisis de reputación"],
  ]) {
    await look(page, words);
    assert.ok((await titles(page)).includes(title), `${words}: ${await titles(page)}`);
  }
});

journey("each letter typed looks again, and taking all off takes what was found away", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  await page.locator("#buscar").pressSequentially("umbral");
  await shows(found(page), "umbral");
  await page.fill("#buscar", "");
  await shows(told(page), "Las tildes y las mayúsculas no importan.");
  assert.equal(await found(page).count(), 0);
});

for (const [kind, name] of Object.entries(KINDS)) {
  journey(`of each ${kind} that there is, its whole title finds it`, {}, async ({ page, url }) => {
    const documents = DOCUMENTS.filter(({ k }) => k === kind);
    assert.ok(documents.length > 0);
    await open(page, `${url}buscar/`);
    for (const { t: title, h: href } of documents) {
      await look(page, title);
      const line = page.locator(".hallazgos li", { has: page.locator(`a[href="${href}"]`) });
      await line.waitFor();
      assert.ok((await line.locator(".meta").innerText()).startsWith(`${name} · `), title);
    }
  });
}

journey("everything that there is to find is there: lessons, their cases, terms and simulations", {}, async () => {
  const count = (kind) => DOCUMENTS.filter(({ k }) => k === kind).length;
  const pages = async (folder) => (await filesOf("raiz", "index.html")).filter((file) => file.startsWith(`${folder}/`)).length;
  assert.equal(count("lesson"), await pages("lecciones"));
  assert.equal(count("case"), lessonItems(BANK).length);
  assert.equal(count("simulation"), new Set(BANK.map(({ home }) => home.Simulation).filter(Boolean)).size);
  assert.ok(count("term") > 20);
});

for (const [words, place] of [
  ["umbral", "glosario/#umbral"],
  [BANK.find(({ id }) => id === "m02-bodega").title, "lecciones/m02-l1/#m02-bodega"],
]) {
  journey(`«${words}» leads to its place, in view`, {}, async ({ page, url }) => {
    await open(page, `${url}buscar/`);
    await look(page, words);
    await page.locator(`.hallazgos a[href="/${place}"]`).click();
    await page.waitForURL(url + place);
    await page.waitForFunction(() => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const { top } = place.getBoundingClientRect();
      return top >= -1 && top < innerHeight / 2;
    });
  });
}

journey("going back keeps what was looked for and what was found", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  await look(page, "plan de crisis");
  const before = await titles(page);
  await found(page).first().click();
  await page.waitForURL((address) => !address.pathname.endsWith("/buscar/"));
  await page.goBack({ waitUntil: "commit" });
  await page.waitForURL(`${url}buscar/?q=plan%20de%20crisis`, { waitUntil: "commit" });
  await shows(told(page), "resultado");
  assert.equal(await page.locator("#buscar").inputValue(), "plan de crisis");
  assert.deepEqual(await titles(page), before);
});

journey("loading again keeps it, whatever signs it has", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  for (const words of ["50 % & más", "año", "a+b=c?", "«crisis»", "<b>crisis</b>"]) {
    await look(page, words);
    await reload(page);
    await page.waitForFunction(() => !/Cargando|no importan/.test(document.querySelector(".buscador [role='status']").textContent));
    assert.equal(await page.locator("#buscar").inputValue(), words);
  }
  await page.fill("#buscar", "");
  await reload(page);
  assert.equal(await page.locator("#buscar").inputValue(), "");
});

journey("what is looked for is text, and nothing that is written is taken for anything else", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/?q=${encodeURIComponent("<zzqx>wwxz</zzqx>")}`);
  await shows(told(page), "Nada con «<zzqx>wwxz</zzqx>».");
  assert.equal(await page.locator("zzqx").count(), 0);
});

journey("nothing is found: it says so, with what was looked for", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  await look(page, "xilófono");
  await shows(told(page), "Nada con «xilófono». Prueba con otra palabra, o con menos.");
  assert.equal(await found(page).count(), 0);
});

journey("how many are found is told, and no more than twenty are shown", {}, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  await look(page, "xilófono umbral");
  const few = await found(page).count();
  await shows(told(page), few === 1 ? "1 resultado" : `${few} resultados`);
  await look(page, "comunidad");
  assert.equal(await found(page).count(), 20);
  await shows(told(page), "Los 20 resultados más cercanos.");
});

journey("without a network it says what to do, and with it again it works", {}, async ({ page, url }) => {
  await page.route("**/busqueda-*.json", (route) => route.abort());
  await open(page, `${url}buscar/`);
  await page.fill("#buscar", "crisis");
  await shows(told(page), "No se ha podido cargar el índice. Comprueba la conexión y vuelve a cargar la página.");
  await page.unroute("**/busqueda-*.json");
  await reload(page);
  await shows(told(page), "resultado");
});

journey("what is written while the index comes is looked for when it has come", {}, async ({ page, url }) => {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/busqueda-*.json", async (route) => {
    await released;
    await route.continue();
  });
  await open(page, `${url}buscar/`);
  await page.fill("#buscar", "umbral");
  await shows(told(page), "Cargando el índice…");
  release();
  await shows(found(page), "umbral");
});

journey("without scripts it says so, and shows other ways", { javaScriptEnabled: false }, async ({ page, url }) => {
  await page.goto(`${url}buscar/`);
  await page.locator("noscript .aviso").waitFor();
  for (const path of ["modulos/", "glosario/"]) assert.ok((await page.locator(`noscript a[href$="/${path}"]`).count()) === 1, path);
});

journey("under another base what is found leads there too", { site: "curso" }, async ({ page, url }) => {
  await open(page, `${url}buscar/`);
  await look(page, "umbral");
  await page.locator('.hallazgos a[href$="#umbral"]').click();
  await page.waitForURL(`${url}glosario/#umbral`);
  await awake(page);
});
