// The analysis of items: files in, figures and findings out, and a clear word about what cannot be read. What each figure
// has to be is told by an independent program (tests/vectors/analisis).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { journey } from "./support/journey.js";
import { hasFocus, open, shows } from "./support/page.js";
import { root, timon } from "./support/repository.js";

const VECTORS = join(root, "tests/vectors/analisis");
const vector = (name) => join(VECTORS, name);
const expected = async (set) => JSON.parse(await readFile(vector(`${set}.esperado.json`), "utf8"));

const study = (page) => page.getByRole("button", { name: "Analizar" }).click();
const report = (page) => page.locator(".informe");
const told = (page) => page.locator(".mesa-analisis [role='status']");
const spanish = (number, decimals = 2) => number.toFixed(decimals).replace(".", ",").replace("-", "−");

async function openDesk(page, url) {
  await open(page, `${url}docente/analisis/`);
}

async function choose(page, responses, key) {
  await page.setInputFiles("#respuestas-archivo", responses);
  await page.waitForFunction(() => document.getElementById("respuestas").value !== "");
  if (!key) return;
  await page.setInputFiles("#clave-archivo", key);
  await page.waitForFunction(() => document.getElementById("clave").value !== "");
}

journey("from the front page to the figures of an example, and what it points at", {}, async ({ page, url }) => {
  await open(page, url);
  await page.getByRole("link", { name: "Para docentes" }).click();
  await page.getByRole("link", { name: "Análisis de ítems" }).click();
  await page.waitForURL(`${url}docente/analisis/`);
  await page.waitForFunction(() => document.documentElement.dataset.aula === "despierta");
  await page.getByRole("button", { name: "Probar con un ejemplo" }).click();
  const signs = page.locator(".senales > li");
  await signs.first().waitFor();
  assert.match(await signs.nth(0).innerText(), /c03-mensaje[\s\S]*Posible clave equivocada[\s\S]*«d»/);
  assert.match(await signs.nth(1).innerText(), /c06-receptor[\s\S]*Ambigua[\s\S]*«b»/);
  await signs.nth(0).locator("a").click();
  await page.locator(".item:target[open]").waitFor();
});

journey("two files give the figures that they should", {}, async ({ page, url }) => {
  await openDesk(page, url);
  await choose(page, vector("opciones.csv"), vector("opciones.clave.csv"));
  await study(page);
  const wanted = await expected("opciones");
  const rows = page.locator(".items tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), wanted.por_item.length);
  for (const [place, item] of wanted.por_item.entries()) {
    const cells = await rows.nth(place).locator("th, td").allInnerTexts();
    assert.deepEqual(cells.slice(1, 5), [item.item, String(item.personas), spanish(item.facilidad), spanish(item.r_resto)]);
  }
  const [low, high] = wanted.conjunto.alfa_intervalo;
  await shows(report(page).locator(".cifras"), `${spanish(low)} a ${spanish(high)}`);
  const scales = page.locator("section[aria-labelledby='escalas'] tbody tr");
  assert.equal(await scales.count(), wanted.escalas.length);
  for (const [place, scale] of wanted.escalas.entries()) {
    const words = await scales.nth(place).innerText();
    assert.ok(words.includes(spanish(scale.prmse_total)), words);
    assert.equal(/vale la pena/.test(words), scale.aporta, words);
  }
});

journey("an empty cell means what is said of it", {}, async ({ page, url }) => {
  await openDesk(page, url);
  await choose(page, vector("huecos.csv"), vector("huecos.clave.csv"));
  await page.getByLabel("una pregunta que no se hizo").check();
  await study(page);
  const wanted = await expected("huecos");
  await shows(report(page), `Las cifras del conjunto son de ${wanted.completas} personas`);
  const first = await page.locator(".items tbody tr").first().locator("td").allInnerTexts();
  assert.equal(first[1], String(wanted.por_item[0].personas));
});

journey("cells pasted from a spreadsheet are read, and the keyboard is enough", {}, async ({ page, url }) => {
  await openDesk(page, url);
  await page.locator("#respuestas").focus();
  await page.keyboard.insertText("alumno\tc1\tc2\nAna\t1\t0,5\nEva\t0\t0\nLuis\t1\t1\n");
  await page.locator("#respuestas-archivo").waitFor({ state: "attached" });
  for (let presses = 0; presses < 12; presses++) {
    if (await page.evaluate(() => document.activeElement.textContent === "Analizar")) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await hasFocus(page, "informe");
  await shows(told(page), "Sin clave: cada celda se toma como el crédito obtenido");
  await shows(report(page), "Con 3 respuestas, menos de 30");
  assert.equal(await page.locator(".senales").count(), 0);
});

for (const [name, responses, key, words] of [
  ["nothing", "", "", "Faltan las respuestas: pega las celdas o elige un archivo."],
  ["a row that is short", "a,b\n1,0\n1\n", "", "Respuestas, línea 3: la fila tiene 1 celdas y la cabecera 2"],
  ["answers without key", "c1,c2\n3,b\n", "", "Respuestas, línea 2, columna «c1»: «3» no es un crédito de 0 a 1"],
  ["a key of other items", "c1\na\n", "item,clave\nc9,a\n", "Respuestas: faltan las columnas de «c9»"],
  ["a key that is not one", "c1\na\n", "x,y\n1,2\n3,4\n", "Clave: no se reconoce la clave"],
]) {
  journey(`${name}: it says where and what to do, and takes away the report that was there`, {}, async ({ page, url }) => {
    await openDesk(page, url);
    await page.getByRole("button", { name: "Probar con un ejemplo" }).click();
    await page.locator(".informe .items").waitFor();
    await page.fill("#respuestas", responses);
    await page.fill("#clave", key);
    await study(page);
    await shows(told(page), words);
    assert.equal(await report(page).innerHTML(), "");
    assert.equal(await page.locator("#respuestas").inputValue(), responses);
  });
}

journey("a file in another encoding says how to save it", {}, async ({ page, url }) => {
  await openDesk(page, url);
  await page.setInputFiles("#respuestas-archivo", { name: "grupo.csv", mimeType: "text/csv", buffer: Buffer.from("alumno,c1\nJos\u00e9,1\n", "latin1") });
  await page.waitForFunction(() => document.getElementById("respuestas").value !== "");
  await study(page);
  await shows(told(page), "guárdalo como «CSV UTF-8»");
});

journey("what a file says is text: neither markup nor formulas run", {}, async ({ page, url }) => {
  await openDesk(page, url);
  const hostile = `<img src="x" onerror="document.title='roto'">`;
  await page.fill("#respuestas", `"${hostile.replaceAll('"', '""')}",=1+1,c3\na,b,c\nb,b,a\na,a,c\n`);
  await page.fill("#clave", `item,clave,escala\n"${hostile.replaceAll('"', '""')}",a,<b>uno</b>\n=1+1,b,<b>uno</b>\nc3,c,dos\n`);
  await study(page);
  await shows(report(page).locator(".items"), hostile);
  assert.equal(await report(page).locator("img, b").count(), 0);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Descargar las cifras" }).click()]);
  assert.match(file.suggestedFilename(), /^analisis-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await file.path(), "utf8");
  assert.ok(csv.startsWith("\ufeffitem,escala,personas,facilidad"), csv.slice(0, 60));
  assert.match(csv, /\r\n'=1\+1,/);
});

test("the terminal gives the same figures, with all their digits", async () => {
  for (const set of ["opciones", "lsat6"]) {
    const wanted = await expected(set);
    const key = set === "lsat6" ? [] : ["--key", vector(`${set}.clave.csv`)];
    const { code, out } = await timon("analyse", vector(`${set}.csv`), ...key, "--format", "json");
    assert.equal(code, 0);
    const found = JSON.parse(out);
    assert.equal(found.personas, wanted.personas);
    assert.ok(Math.abs(found.conjunto.alfa - wanted.conjunto.alfa) < 1e-9);
    for (const [place, item] of wanted.por_item.entries()) assert.ok(Math.abs(found.por_item[place].r_resto - item.r_resto) < 1e-9, item.item);
  }
});

test("the terminal says what it points at, and ends with 2 at what it cannot read", async () => {
  const { code, out } = await timon("analyse", vector("clave-corta.csv"), "--key", vector("clave-corta.clave.csv"));
  assert.equal(code, 0);
  assert.match(out, /c03-mensaje\n─+\nPosible clave equivocada: .*«d»/);
  for (const [args, words] of [
    [["no-hay.csv"], "no se puede leer «no-hay.csv»"],
    [[vector("clave-corta.csv")], "si son respuestas, indica la clave con --key CLAVE.csv"],
  ]) {
    const { code, error } = await timon("analyse", ...args);
    assert.equal(code, 2);
    assert.ok(error.includes(words), error);
  }
});
