// What can be asked of how a page looks: that it fits, that it can be touched, and that it breaks no rule of WCAG 2.2 AA that
// a machine can check.

import assert from "node:assert/strict";
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [320, 360, 768, 1280];

/** Nothing sticks out at any width, and every control is 24 px at least. */
export async function fits(page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await page.evaluate(tooWide), [], `${width} px: wider than the window`);
    assert.deepEqual(await page.evaluate(tooSmall), [], `${width} px: under 24 px`);
  }
}

/** No rule is broken. */
export async function isAccessible(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), RULES);
  const broken = found.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, any }) => `${target.join(" ")}: ${any.map(({ message }) => message).join("; ")}`.slice(0, 250)),
  }));
  assert.deepEqual(broken, []);
}

/** What sticks out of the window, when anything makes it scroll sideways. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return [`${scrollWidth} > ${clientWidth}`, ...out.slice(-5).map((element) => `${element.tagName}.${element.className}`)];
}

/** Controls less than 24 px wide or high. What stands within a line of text is as high as its line (WCAG 2.5.8). */
function tooSmall() {
  const controls = [...document.querySelectorAll("button, select, summary, input, a[href]")].filter((control) => control.checkVisibility());
  const words = (element) => element.textContent.trim();
  const inText = (control) => {
    const { display } = getComputedStyle(control);
    return display === "inline" || (display.startsWith("inline") && words(control) !== "" && words(control.parentElement) !== words(control));
  };
  const small = controls.filter((control) => {
    if (inText(control)) return false;
    const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
    return width < 24 || height < 24;
  });
  return small.map((control) => control.outerHTML.slice(0, 100));
}
