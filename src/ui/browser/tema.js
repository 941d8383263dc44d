// The colour theme: chosen in the footer, kept in this browser, and applied before the page is painted.

const root = document.documentElement;
const key = "timon-tema";

const kept = () => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const keep = (theme) => {
  try {
    if (theme === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};

if (kept()) root.dataset.tema = kept();

document.addEventListener("DOMContentLoaded", () => {
  const choice = document.querySelector(`input[name="tema"][value="${kept() ?? "auto"}"]`);
  if (choice) choice.checked = true;
});

document.addEventListener("change", ({ target }) => {
  if (target.name !== "tema") return;
  keep(target.value);
  if (target.value === "auto") delete root.dataset.tema;
  else root.dataset.tema = target.value;
});
