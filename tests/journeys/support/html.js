// The built pages as lists of elements, read without a browser.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { filesOf } from "./pages.js";
import { sites } from "./repository.js";

/** Every HTML file of a site as `{ file, html }`. */
export async function htmlOf(site) {
  const files = await filesOf(site, ".html");
  return Promise.all(files.map(async (file) => ({ file, html: await readFile(join(sites, site, file), "utf8") })));
}

/** Opening tags of a page as `{ name, attributes }`, in order. Attributes are told apart from text by their quotes. */
export function elementsOf(html) {
  const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/g;
  return [...html.matchAll(tag)].map(([, name, rest]) => ({ name: name.toLowerCase(), attributes: attributesOf(rest) }));
}

function attributesOf(text) {
  const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  return new Map([...text.matchAll(attribute)].map(([, name, double, single, bare]) => [name.toLowerCase(), decoded(double ?? single ?? bare ?? "")]));
}

const decoded = (text) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
