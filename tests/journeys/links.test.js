// Without a browser: everything that a page points to exists, and every page is well formed where machines read it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elementsOf, htmlOf } from "./support/html.js";
import { filesOf } from "./support/pages.js";

const BASES = { raiz: "/", curso: "/curso/" };

for (const [site, base] of Object.entries(BASES)) {
  const pages = (await htmlOf(site)).map(({ file, html }) => ({ file, html, elements: elementsOf(html) }));
  const files = new Set(await filesOf(site));
  const idsOf = new Map(pages.map(({ file, elements }) => [file, idList(elements)]));

  /** The file that an address of a page leads to, and the anchor in it. */
  function target(from, address) {
    const { pathname, hash } = new URL(address, `http://x${base}${from.replace(/index\.html$/, "")}`);
    assert.ok(pathname.startsWith(base), `${from}: ${address} is under ${base}`);
    const path = decodeURIComponent(pathname.slice(base.length));
    return { file: path === "" || path.endsWith("/") ? `${path}index.html` : path, anchor: decodeURIComponent(hash.slice(1)) };
  }

  test(`${site}: every address within the course leads somewhere`, () => {
    let followed = 0;
    for (const { file, elements } of pages) {
      for (const address of elements.flatMap(addresses)) {
        const { file: to, anchor } = target(file, address);
        assert.ok(files.has(to), `${file}: ${address}`);
        if (anchor) assert.ok(idsOf.get(to)?.includes(anchor), `${file}: ${address}`);
        followed += 1;
      }
    }
    assert.ok(followed > 500, `${followed} addresses followed`);
  });

  test(`${site}: the addresses that islands hold lead somewhere`, () => {
    let followed = 0;
    for (const { file, elements } of pages) {
      for (const { attributes } of elements.filter(({ name }) => name === "leptos-island")) {
        for (const address of hrefsIn(JSON.parse(attributes.get("data-props") || "{}"))) {
          const { file: to, anchor } = target(file, address);
          assert.ok(files.has(to), `${file}: ${address}`);
          if (anchor) assert.ok(idsOf.get(to)?.includes(anchor), `${file}: ${address}`);
          followed += 1;
        }
      }
    }
    assert.ok(followed > 50, `${followed} addresses followed`);
  });

  test(`${site}: ids are one each, and everything that refers to one finds it`, () => {
    const REFERENCES = ["popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for"];
    for (const { file, elements } of pages) {
      const ids = idList(elements);
      assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), [], `${file}: repeated`);
      for (const { name, attributes } of elements) {
        const wanted = REFERENCES.flatMap((key) => attributes.get(key)?.split(/\s+/) ?? []);
        for (const id of wanted) assert.ok(ids.includes(id), `${file}: <${name}> refers to «${id}»`);
      }
    }
  });

  test(`${site}: one h1 in each page, and headings without gaps`, () => {
    for (const { file, elements } of pages) {
      const levels = elements.map(({ name }) => /^h([1-6])$/.exec(name)?.[1]).filter(Boolean).map(Number);
      assert.equal(levels.filter((level) => level === 1).length, 1, `${file}: h1`);
      assert.equal(levels[0], 1, `${file}: the h1 comes first`);
      levels.slice(1).forEach((level, place) => assert.ok(level - levels[place] <= 1, `${file}: h${levels[place]} → h${level}`));
    }
  });

  test(`${site}: language, title and description, each page its own`, () => {
    const titles = new Set();
    for (const { file, html, elements } of pages) {
      assert.equal(elements.find(({ name }) => name === "html").attributes.get("lang"), "es", file);
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
      assert.ok(title, `${file}: title`);
      titles.add(title);
      const description = elements.find(({ attributes }) => attributes.get("name") === "description")?.attributes.get("content");
      assert.ok(description?.length > 20, `${file}: description «${description}»`);
      assert.doesNotMatch(html, /\{\{\w+\}\}/, `${file}: a place left to fill`);
    }
    assert.equal(titles.size, pages.length, "no two pages have the same title");
  });

  test(`${site}: every file is reached from some page`, () => {
    const reached = new Set(pages.flatMap(({ file, elements }) => elements.flatMap(addresses).map((address) => target(file, address).file)));
    const ENTRANCES = ["index.html", "404.html", ".timon", ".nojekyll"];
    assert.deepEqual([...files].filter((file) => !reached.has(file) && !ENTRANCES.includes(file)), []);
  });
}

function idList(elements) {
  return elements.map(({ attributes }) => attributes.get("id")).filter((id) => id !== undefined);
}

/** The addresses of an element that stay within the course. */
function addresses({ attributes }) {
  const given = ["href", "src", "data-banco", "data-busqueda"].map((key) => attributes.get(key)).filter((address) => address !== undefined);
  return given.filter((address) => !/^[a-z][a-z+.-]*:/i.test(address));
}

function hrefsIn(value) {
  if (Array.isArray(value)) return value.flatMap(hrefsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "href" ? [inner] : hrefsIn(inner)));
}
