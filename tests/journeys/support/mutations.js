// What translators and reading aids do to a page, done on purpose.

/** Google Translate puts every text inside two `font` elements (rust-lang/book issue 378). */
export const translate = (page) =>
  page.evaluate(() => {
    for (const text of window.textsOf(document.body)) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      outer.dir = "auto";
      text.replaceWith(outer);
      outer.append(inner);
      // The same words, so that the journey can still read the page, in a text that nobody but the translator knows.
      inner.append(document.createTextNode(text.data));
    }
  });

/** Edge's Read Aloud puts each word inside an element while it reads (rust-lang/book issue 398). */
export const readAloud = (page) =>
  page.evaluate(() => {
    window.split = [];
    for (const text of window.textsOf(document.body)) {
      const words = text.data.split(/(?<=\s)/).map((word) => {
        const element = document.createElement("msreadoutspan");
        element.append(word);
        return element;
      });
      text.replaceWith(...words);
      window.split.push(words);
    }
  });

/** And takes them out again when it has finished. */
export const stopReading = (page) =>
  page.evaluate(() => {
    for (const words of window.split) {
      const parts = words.filter((word) => word.isConnected);
      const text = document.createTextNode(parts.map((word) => word.textContent).join(""));
      parts[0]?.replaceWith(text);
      parts.slice(1).forEach((word) => word.remove());
    }
  });

/** Makes `textsOf` known to the page: its texts, those of controls and drawings excepted. */
export const prepare = (page) =>
  page.addInitScript(() => {
    window.textsOf = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      return texts.filter((text) => text.data.trim() !== "" && !text.parentElement.closest("option, script, style, svg, noscript"));
    };
  });
