// Spelling and style of the course: every word that can be read in `content/`, against hunspell and `palabras.txt`.
//
//     node tests/spelling.js [FOLDER [SEEDS]]
//
// The course of this repository, unless told. With the folder of the texts that it was made from (`.txt`, other people's,
// so they are not here), it also says where eight words in a row are theirs.
//
// A text is read in place: what nobody reads (code, ids, addresses, most of the data) is blanked out and the rest keeps its
// offset, so that every fault has its line. Ends with the two lines of node's reporter, one pass or fail for each file.
// Needs Debian's `hunspell` and `hunspell-es`.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));
const CONTENT = resolve(process.argv[2] ?? join(REPOSITORY, "content"));
const SEEDS = process.argv[3];
const LIST = "palabras.txt";
/** As many words in a row as a seed are a copy, not a coincidence. */
const COPIED = 8;

/** Keys whose text is read, in the data that opens a file (and in `curso.toml`) and in a `ficha`. */
const HEADER_KEYS =
  ["titulo", "resumen", "lema", "descripcion", "objetivos", "nombre", "quien", "contexto", "sombrero", "lugar", "momento"];
const FICHA_KEYS = ["lugar", "momento", "quien", "contexto", "sombrero", "dia"];

// What is readable of a file

/** Stands where something was that is not a word and that no phrase crosses. */
const FILLER = "\u0000";
const blank = (text) => text.replace(/[^\n]/g, FILLER);

/** Only the strings that these keys hold, with their quotation marks, each still in its place. */
function valuesOf(toml, keys) {
  const string = String.raw`"(?:[^"\\\n]|\\.)*"`;
  const value = new RegExp(String.raw`(?<![\w-])(?:${keys.join("|")})\s*=\s*(${string}|\[(?:[^\]"]|${string})*\])`, "g");
  const kept = [];
  for (const entry of toml.matchAll(value)) {
    const start = entry.index + entry[0].length - entry[1].length;
    for (const { 0: text, index } of entry[1].matchAll(new RegExp(string, "g"))) {
      kept.push([start + index, start + index + text.length]);
    }
  }
  let [clean, end] = ["", 0];
  for (const [from, to] of kept) {
    clean += blank(toml.slice(end, from)) + toml.slice(from, to);
    end = to;
  }
  return clean + blank(toml.slice(end));
}

/** Header and fenced blocks: the values that are read, and nothing else of them. */
function withoutData(text) {
  const header = /^\+\+\+\n[\s\S]*?\n\+\+\+\n/;
  const fence = /^( *(?:> ?)*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?\n)??\1\2[`~]* *$/gm;
  return text
    .replace(header, (data) => valuesOf(data, HEADER_KEYS))
    .replace(fence, (block, _margin, _ticks, name) => (name.trim() === "ficha" ? valuesOf(block, FICHA_KEYS) : blank(block)));
}

/** What Markdown has inside its paragraphs that nobody reads. */
const UNREAD = [
  // Code, which never leaves its paragraph.
  /(?<!`)(`+)(?!`)(?:(?!\n[ >]*\n)[\s\S])+?(?<!`)\1(?!`)/g,
  // Ids and classes of a heading, calls to a note, kinds of notice.
  /\{[#.][^}\n]*\}|\[\^[^\]\n]+\]|\[![A-Z]+\]/g,
  // Where a link goes; its title stays.
  /(?<=\])\((?:<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)/g,
  /<(?:https?:|mailto:)[^>\s]*>|https?:\/\/[^\s<>|)\]]+/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\w@.-])(?:[\w-]+\.)+(?:cl|com|edu|es|eu|net|org)(?![\w-])(?:\/[^\s<>|)\]]*)?/g,
  // Accounts and tags.
  /(?<![\w&/])[@#](?=\p{L})[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu,
];

function readable(path, text) {
  if (path.endsWith(".toml")) return valuesOf(text, HEADER_KEYS);
  const read = UNREAD.reduce((clean, pattern) => clean.replace(pattern, blank), withoutData(text));
  // Signs that a phrase does cross: bold, and the margin of a quotation.
  return read.replace(/\*\*/g, "  ").replace(/^[ >]+/gm, (margin) => " ".repeat(margin.length));
}

/** In italics or between quotation marks, which is where foreign words go; data have no italics, only their quotation marks. */
const APART = /\*(?! )(?:(?!\n\s*\n)[^*])+\*|«(?:(?!\n\s*\n)[^«»])+»|"[^"\n]+"/g;

/** Runs of letters and digits with their offset. */
const tokens = (text) => [...text.matchAll(/[\p{Lu}\p{Ll}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));

/** Words of a text, and which are set apart. An id such as `S0-01` is not made of words, and a lone letter is not one. */
function wordsOf(text) {
  const spans = [...text.matchAll(APART)].map(({ 0: span, index }) => [index, index + span.length]);
  return tokens(text)
    .filter(({ word }) => word.length > 1 && !/\p{N}/u.test(word))
    .map(({ word, index }) => ({ word, index, apart: spans.some(([from, to]) => from < index && index < to) }));
}

const lineAt = (text, index) => text.slice(0, index).split("\n").length;

// What a dictionary does not know of style

/**
 * Slips, calques and words of one country only, as `what: [pattern, what to write]`. A space of a pattern is any that fits
 * inside a paragraph. Quoting exactly that, «así», is allowed: it is how a lesson says that something is wrong.
 */
const STYLE = Object.entries({
  relamente: ["relamente", "realmente"],
  difinitiva: [String.raw`difinitiv\p{L}+`, "definitiva"],
  sobretodo: ["sobretodo", "sobre todo"],
  conversas: ["(?:las|unas|sus|nuestras|de) conversas", "conversaciones"],
  "somete herramientas": [String.raw`somet\p{L}+ herramientas`, "emplear herramientas"],
  "firmeza de las estrategias": ["firmeza de las? estrategias?", "solidez, o dígase qué aguanta"],
  transposición: [String.raw`transposici(?:ón|ones)`, "solapamiento"],
  "es por esto que": ["es por (?:esto|eso|ello) que", "por eso"],
  budget: ["budgets?", "presupuesto"],
  "aplicar para": [String.raw`apli(?:que|c(?!aci))\p{L}* para`, "solicitar, presentarse a"],
  "hacer sentido": [
    String.raw`(?:hac(?:er|e[ns]?|ía[ns]?|iendo)|hagan?|hecho|hic\p{L}+|hizo|har(?:á|ía)[ns]?) ` +
      "(?:(?:mucho|poco|más|menos|todo el|tanto|algún|ningún) )?sentido",
    "tener sentido",
  ],
  "en base a": ["en base al?", "según, a partir de"],
  "a nivel de": ["a nivel del?", "en, en cuanto a"],
  "impactar en": [String.raw`impact(?!os?(?!\p{L})|ante)\p{L}+ en`, "afectar a, influir en"],
  empoderar: [String.raw`empoder\p{L}+`, "dar autonomía, capacitar"],
  ordenador: [String.raw`ordenador(?:es)?`, "equipo, pantalla"],
  computadora: [String.raw`computador(?:as?|es)?`, "equipo, pantalla"],
  celular: [String.raw`celular(?:es)?`, "teléfono"],
  "móvil, como sustantivo": [
    "(?:a|al|con|de|del|desde|en|para|por|sin|el|los|un|unos|mis?|tus?|sus?|nuestros?|este|estos|ese|esos|otros?|cada|" +
      "cualquier|algún|ningún) móvil(?:es)?",
    "teléfono",
  ],
  vosotros: [String.raw`(?:vosotr[oa]s|vuestr[oa]s?|os|(?!(?:diecis|veintis)éis)\p{L}+[áé]is)`, "ustedes, o tú"],
}).map(([what, [pattern, instead]]) => {
  const gap = "(?:[ *]+\\n? *|\\n *)";
  const phrase = `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
  return { what, instead, pattern: new RegExp(phrase.replaceAll(" ", gap), "giu") };
});

const quotedAlone = (text, start, end) => /«[ *]*$/.test(text.slice(0, start)) && /^[ *]*»/.test(text.slice(end));

function styleFaults(text) {
  return STYLE.flatMap(({ what, instead, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: found, index }) => !quotedAlone(text, index, index + found.length))
      .map(({ 0: found, index }) => ({ line: lineAt(text, index), says: `«${oneLine(found)}» (${what}): ${instead}` })),
  );
}

const oneLine = (text) => text.replace(/[\s*]+/g, " ");

// Copies of the seeds

/** Words to compare: accents and capitals do not make another sentence. */
const plainWords = (text) =>
  tokens(text).map(({ word, index }) => ({ plain: word.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, ""), index }));

const runAt = (words, place) => words.slice(place, place + COPIED).map(({ plain }) => plain).join(" ");

/** Every run of words of the seeds, with the seed that it is in; nothing where there are no seeds. */
function runsOfSeeds() {
  if (!SEEDS) return null;
  const runs = new Map();
  for (const name of readdirSync(SEEDS).filter((name) => name.endsWith(".txt")).sort()) {
    const words = plainWords(readFileSync(join(SEEDS, name), "utf8").normalize("NFC"));
    for (let place = 0; place + COPIED <= words.length; place += 1) runs.set(runAt(words, place), name);
  }
  return runs;
}

/** Runs that follow each other are one copy, told once and whole. */
function copies(text, runs) {
  const words = plainWords(text);
  const faults = [];
  for (let place = 0; place + COPIED <= words.length; place += 1) {
    const seed = runs.get(runAt(words, place));
    if (!seed) continue;
    let last = place + COPIED - 1;
    while (runs.has(runAt(words, last - COPIED + 2))) last += 1;
    const copied = words.slice(place, last + 1).map(({ plain }) => plain).join(" ");
    faults.push({ line: lineAt(text, words[place].index), says: `«${copied}»: así, palabra por palabra, en ${seed}` });
    place = last;
  }
  return faults;
}

// The words that the dictionary does not have

/** Of some words, those that hunspell does not know. */
function unknownTo(words) {
  const options = { input: words.join("\n"), encoding: "utf8" };
  const { error, status, stdout, stderr } = spawnSync("hunspell", ["-i", "utf-8", "-d", "es_ES", "-l"], options);
  if (error || status !== 0) {
    const why = error?.message ?? stderr.trim();
    throw new Error(`sin diccionario (apt-get install hunspell hunspell-es): ${why}`);
  }
  return new Set(stdout.split("\n"));
}

/**
 * Entries of the list in their order; each comment opens a section, which has an alphabet of its own. A foreign word is written
 * `*así*`, and is good only where it is set apart: `conversion` must not hide an accent that is missing.
 */
function readList() {
  const path = join(CONTENT, LIST);
  const lines = existsSync(path) ? readFileSync(path, "utf8").normalize("NFC").split("\n") : [];
  const entries = [];
  let section = 0;
  for (const [place, text] of lines.map((line) => line.trim()).entries()) {
    const foreign = /^\*.+\*$/.test(text);
    if (text.startsWith("#")) section += 1;
    else if (text) entries.push({ word: foreign ? text.slice(1, -1) : text, foreign, line: place + 1, section });
  }
  return entries;
}

/** A word written so, or with capitals that the list does not give it. */
const has = (words, word) => words.has(word) || words.has(word.toLowerCase());

/** What the list allows, as a question about a word. */
function allowed(entries) {
  const those = (entries) => new Set(entries.map(({ word }) => word));
  const foreign = those(entries.filter((entry) => entry.foreign));
  const own = those(entries.filter((entry) => !entry.foreign));
  return ({ word, apart }) => {
    if (has(own, word) || (apart && has(foreign, word))) return null;
    return has(foreign, word) ? "es de otra lengua: va en cursiva" : `no está en el diccionario ni en ${LIST}`;
  };
}

function listFaults(entries, used) {
  const { compare } = new Intl.Collator("es");
  const all = new Set(entries.map(({ word }) => word));
  const own = new Set(entries.filter(({ foreign }) => !foreign).map(({ word }) => word));
  const seen = new Set();
  const lowered = new Set([...used].map((word) => word.toLowerCase()));
  return entries.flatMap(({ word, foreign, line, section }, place) => {
    const faults = [];
    const plain = word.toLowerCase();
    const before = entries[place - 1];
    if (seen.has(word)) faults.push("está repetida");
    else if (word !== plain && (foreign ? all : own).has(plain)) faults.push("está ya en minúsculas, que valen por las dos");
    else if (before?.section === section && compare(before.word, word) > 0) faults.push(`va antes de «${before.word}»`);
    if (!(used.has(word) || (word === plain && lowered.has(word)))) faults.push("ya no la usa nadie");
    seen.add(word);
    return faults.map((fault) => ({ line, says: `«${word}» ${fault}` }));
  });
}

// The report

function readCourse() {
  const paths = readdirSync(CONTENT, { recursive: true }).filter((path) => path.endsWith(".md") || path === "curso.toml").sort();
  return paths.map((path) => {
    const text = readable(path, readFileSync(join(CONTENT, path), "utf8").normalize("NFC"));
    return { path, text, words: wordsOf(text) };
  });
}

function main() {
  const files = readCourse();
  const used = new Set(files.flatMap(({ words }) => words.map(({ word }) => word)));
  const unknown = unknownTo([...used]);
  const entries = readList();
  const wrong = allowed(entries);
  const runs = runsOfSeeds();

  const report = files.map(({ path, text, words }) => {
    const misspelt = words
      .filter((word) => unknown.has(word.word) && wrong(word))
      .map((word) => ({ line: lineAt(text, word.index), says: `«${word.word}» ${wrong(word)}` }));
    return { path, faults: [...misspelt, ...styleFaults(text), ...(runs ? copies(text, runs) : [])] };
  });
  report.push({ path: LIST, faults: listFaults(entries, used) });

  for (const { path, faults } of report) {
    faults.sort((a, b) => a.line - b.line);
    for (const { line, says } of faults) console.log(`${basename(CONTENT)}/${path}:${line}: ${says}`);
  }
  const total = files.reduce((sum, { words }) => sum + words.length, 0);
  console.log(`${total} palabras, ${used.size} distintas; ${entries.length} en ${LIST}`);
  const failed = report.filter(({ faults }) => faults.length > 0).length;
  console.log(`ℹ pass ${report.length - failed}\nℹ fail ${failed}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
