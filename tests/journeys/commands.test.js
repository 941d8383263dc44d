// The command line: exit codes, words in Spanish, and what each command leaves behind.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { answer } from "./support/cases.js";
import { build, copyOfCourse, replace } from "./support/course.js";
import { journey } from "./support/journey.js";
import { awake, open } from "./support/page.js";
import { openProfile } from "./support/profile.js";
import { program, root, run, sites, timon } from "./support/repository.js";

const SMALL = join(root, "tests/diagnostics/base");

let course;
let folder;
before(async () => {
  course = await copyOfCourse();
  folder = await mkdtemp(join(tmpdir(), "timon-ordenes-"));
  await build(SMALL, "pequeno");
});
after(async () => {
  await course.remove();
  await rm(folder, { recursive: true, force: true });
  await rm(join(sites, "pequeno"), { recursive: true, force: true });
});

/** A copy of the course with an error: a question sends to a heading that is not there. */
async function broken() {
  const copy = await copyOfCourse();
  await replace(copy.folder, "modulos/m02/l1.md", 'repasa = "#depende"', 'repasa = "#no-hay"');
  return copy;
}

test("without arguments, or asked for help, it says what it can do", async () => {
  for (const args of [[], ["--help"], ["check", "--ayuda"], ["build", "-h"], ["serve", "--help"], ["new", "--help"], ["analyse", "--help"]]) {
    const { code, out } = await timon(...args);
    assert.equal(code, 0, args.join(" "));
    assert.match(out, /Uso: timon/);
  }
});

test("what is not understood ends with 2 and says what there is", async () => {
  for (const [args, words] of [
    [["chek"], "no existe la orden «chek»; hay check, bank, build, serve, new y analyse"],
    [["check", "--veloz"], "no existe la opción --veloz"],
    [["check", "--format", "xml"], "--format admite text o json, no «xml»"],
    [["check", "--content", "no-hay"], "no existe la carpeta del curso «no-hay»"],
    [["build", "--base", "//otro.example/"], "--base pide una ruta como /mi-repo/"],
    [["build", "--out"], "falta el valor de --out"],
    [["build", "--out", ".."], "--out pide una carpeta con nombre propio"],
    [["serve", "--port", "mil"], "--port pide un número de 0 a 65535, no «mil»"],
    [["new", "leccion", "m99", "Título"], "no existe el módulo «m99»; hay m01, m02, m03"],
    [["new", "pregunta", "m99-l1", "unica", "Título"], "no existe la lección «m99-l1»"],
    [["new", "pregunta", "m02-l1", "doble", "Título"], "no existe la forma «doble»; hay unica, multiple, ordenar, emparejar, clasificar, valorar"],
    [["new", "leccion", "m01", " "], "el título está vacío"],
    [["new", "poema"], "no está claro qué crear"],
  ]) {
    const { code, out, error } = await timon(...args);
    assert.equal(code, 2, args.join(" "));
    assert.ok(error.startsWith("error: ") && error.includes(words), `${args.join(" ")}: ${error}`);
    assert.equal(out, "");
  }
});

test("check: 0 and a summary for the course", async () => {
  const { code, out } = await timon("check");
  assert.equal(code, 0);
  assert.match(out, /^\d+ módulos, \d+ lecciones y \d+ casos: (sin problemas|\d+ avisos?)\n$/);
});

test("check: 1 for a course with an error, with its place and its mend", async () => {
  const copy = await broken();
  const { code, out, error } = await timon("check", "--content", copy.folder);
  await copy.remove();
  assert.equal(code, 1);
  const line = (await readFile(join(root, "content/modulos/m02/l1.md"), "utf8")).split("\n").findIndex((text) => text.includes('repasa = "#depende"')) + 1;
  assert.ok(error.includes(join(copy.folder, `modulos/m02/l1.md:${line}:`)), error);
  assert.match(error, /^error\[E\d{3}\]: /m);
  assert.match(error, /= ayuda: /);
  assert.match(out, /: 1 error\n$/);
});

test("check --format json: the same problems, for programs", async () => {
  assert.deepEqual(JSON.parse((await timon("check", "--content", SMALL, "--format", "json")).out), []);
  const copy = await broken();
  const { code, out } = await timon("check", "--content", copy.folder, "--format", "json");
  await copy.remove();
  assert.equal(code, 1);
  const found = JSON.parse(out);
  assert.equal(found.length, 1);
  assert.match(JSON.stringify(found[0]), /"modulos\/m02\/l1\.md"/);
});

test("check: a link is not followed, and is said in Spanish with its place", async () => {
  const copy = await copyOfCourse(SMALL);
  for (const [to, from] of [["..", "bucle"], ["no-hay", "img/rota.svg"]]) await symlink(to, join(copy.folder, from));
  const { code, error } = await timon("check", "--content", copy.folder);
  await copy.remove();
  assert.equal(code, 1);
  for (const from of ["bucle", "img/rota.svg"]) assert.ok(error.includes(join(copy.folder, from)), error);
  assert.equal(error.match(/^error\[E001\]: esto es un enlace simbólico/gm).length, 2, error);
});

test("a reader that leaves ends nothing: the exit code is that of the content", async () => {
  // The fifo is opened for both, then only for writing: whoever writes finds nobody at the other end.
  const closed = 'mkfifo "$0" && exec 3<>"$0" 4>"$0" 3<&- && "$@" >&4 2>&4 4>&-';
  const copy = await broken();
  for (const [args, expected] of [
    [["check"], 0],
    [["check", "--format", "json"], 0],
    [["--help"], 0],
    [["check", "--content", copy.folder], 1],
    [["chek"], 2],
  ]) {
    const fifo = join(folder, `tubo-${args.join("-").replaceAll("/", "-")}`);
    assert.equal((await run("bash", "-c", closed, fifo, program, ...args)).code, expected, args.join(" "));
  }
  await copy.remove();
});

test("a result that cannot be written is a failed step", async () => {
  const { code, error } = await run("bash", "-c", '"$0" check > /dev/full', program);
  assert.equal(code, 2);
  assert.match(error, /^error: no se puede escribir el resultado: /m);
});

test("build: a course with errors is refused with 1, and nothing is written", async () => {
  const copy = await broken();
  const out = join(folder, "nada");
  const { code, error } = await timon("build", "--content", copy.folder, "--out", out);
  await copy.remove();
  assert.equal(code, 1);
  assert.match(error, /modulos\/m02\/l1\.md:\d+:\d+/);
  await assert.rejects(readdir(out), { code: "ENOENT" });
});

test("build: a folder with somebody's files is refused with 2 and left as it was", async () => {
  const out = join(folder, "ajena");
  await mkdir(out);
  await writeFile(join(out, "tesis.txt"), "no borrar");
  const { code, error } = await timon("build", "--out", out);
  assert.equal(code, 2);
  assert.ok(error.includes(`la carpeta «${out}» tiene archivos que no creó esta orden`), error);
  assert.deepEqual(await readdir(out), ["tesis.txt"]);
});

test("build: nor is anything taken away beside it", async () => {
  const out = join(folder, "w");
  await mkdir(`${out}.nuevo`);
  await writeFile(join(`${out}.nuevo`, "tesis.txt"), "no borrar");
  const { code, error } = await timon("build", "--content", SMALL, "--out", out);
  assert.equal(code, 2);
  assert.ok(error.includes(`la carpeta «${out}.nuevo» tiene archivos que no creó esta orden`), error);
  assert.deepEqual(await readdir(`${out}.nuevo`), ["tesis.txt"]);
});

test("build: its own folder is replaced whole, and a failure leaves it whole", async () => {
  const out = join(folder, "propia");
  assert.equal((await timon("build", "--content", SMALL, "--out", out, "--base", "repo")).code, 0);
  await writeFile(join(out, "de-antes.html"), "sobra");
  const copy = await broken();
  assert.equal((await timon("build", "--content", copy.folder, "--out", out)).code, 1);
  await copy.remove();
  assert.ok((await readdir(out)).includes("de-antes.html"));
  const { code, out: told } = await timon("build", "--content", SMALL, "--out", out, "--base", "repo");
  assert.equal(code, 0);
  assert.match(told, /^Listo: \d+ archivos en .+, para publicar en \/repo\/\n$/);
  assert.ok(!(await readdir(out)).includes("de-antes.html"));
  assert.match(await readFile(join(out, "index.html"), "utf8"), /href="\/repo\/modulos\/"/);
});

test("build: the module does not tell the folders of this machine", async () => {
  const name = (await readdir(join(sites, "pequeno/activos"))).find((file) => file.endsWith(".wasm"));
  const module = await readFile(join(sites, "pequeno/activos", name));
  assert.ok(module.includes("src/"), "the places of its panics are there");
  for (const place of [root, homedir(), process.env.CARGO_HOME ?? homedir()]) assert.ok(!module.includes(`${place}/`), place);
});

test("serve: a busy port ends with 2 at once and says what to do", async () => {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  const { code, error } = await timon("serve", "--port", String(port));
  server.close();
  assert.equal(code, 2);
  assert.ok(error.includes(`no se puede usar el puerto ${port}`) && error.includes("--port NÚMERO"), error);
});

test("new: a lesson and a question of each form pass the check as they are written", async () => {
  const created = await timon("new", "leccion", "m02", "Escribir un «buen» objetivo", "--content", course.folder);
  assert.equal(created.code, 0, created.error);
  assert.match(created.out, /la lección nueva, con el identificador m02-l5/);
  // A case more than the plan asks for is only an error of the plan's: without one, what is left is what was written.
  const planned = JSON.parse((await timon("check", "--content", course.folder, "--format", "json")).out);
  assert.ok(planned.length > 0 && planned.every(({ codigo }) => codigo === "E180"), JSON.stringify(planned));
  await rm(join(course.folder, "plano.toml"));
  const forms = ["unica", "multiple", "ordenar", "emparejar", "clasificar", "valorar"];
  for (const form of forms) {
    for (const lesson of ["m02-l5", "m01-l1"]) {
      const { code, out, error } = await timon("new", "pregunta", lesson, form, `Prueba de ${form} en ${lesson}`, "--content", course.folder);
      assert.equal(code, 0, error);
      assert.match(out, new RegExp(`con el identificador ${lesson.slice(0, 3)}-prueba-de-${form}`));
      const checked = await timon("check", "--content", course.folder);
      assert.equal(checked.code, 0, `${form}: ${checked.error}`);
    }
  }
  const before = await timon("check");
  const after = await timon("check", "--content", course.folder);
  const [lessons, cases] = [/(\d+) lecciones/, /(\d+) casos/].map((count) => [before, after].map(({ out }) => Number(count.exec(out)[1])));
  assert.deepEqual([lessons[1] - lessons[0], cases[1] - cases[0]], [1, 13], "one lesson with its case, and twelve more");
});

test("new: the same title twice gets another id", async () => {
  const ask = () => timon("new", "pregunta", "m03-l1", "unica", "La misma", "--content", course.folder);
  assert.match((await ask()).out, /con el identificador m03-la-misma\n/);
  assert.match((await ask()).out, /con el identificador m03-la-misma-1\n/);
});

test("new leccion: a lesson that its module no longer lists is left as it was, and the title may hold any sign", async () => {
  const copy = await copyOfCourse();
  await rm(join(copy.folder, "plano.toml"));
  const lost = "Lo que escribí ayer.\n";
  await writeFile(join(copy.folder, "modulos/m03/l5.md"), lost);
  const { code, out, error } = await timon("new", "leccion", "m03", 'La "ruta" C:\\datos & <b>', "--content", copy.folder);
  assert.equal(code, 0, error);
  assert.match(out, /con el identificador m03-l6/);
  assert.equal(await readFile(join(copy.folder, "modulos/m03/l5.md"), "utf8"), lost);
  await rm(join(copy.folder, "modulos/m03/l5.md"));
  const asked = await timon("new", "pregunta", "m03-l6", "unica", "¿`Uso` de <b>? #1 *ya*", "--content", copy.folder);
  assert.equal(asked.code, 0, asked.error);
  const checked = await timon("check", "--content", copy.folder);
  assert.equal(checked.code, 0, checked.error);
  await copy.remove();
});

journey("a course that is not ours is built and works", { site: "pequeno" }, async ({ page, url }) => {
  await open(page, url);
  await page.locator(".adelante a").click();
  await page.waitForURL(/\/lecciones\//);
  await awake(page);
  const id = await page.locator(".caso").first().getAttribute("id");
  await answer(page, id);
  await openProfile(page, url, 1);
});
