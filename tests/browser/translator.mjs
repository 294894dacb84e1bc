// What a browser's page translation does: each piece of text goes into two <font>, in other words; so does all that
// comes later.
const words = (text) => text.replace(/\p{L}+/gu, (word) => `${[...word].reverse().join("")}o`);

const translate = (root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    if (!text.data.trim() || text.parentElement.closest("script, style, template, svg, .translated")) continue;
    const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
    outer.className = "translated";
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(words(text.data));
  }
};

const watcher = new MutationObserver((changes) => {
  for (const { target } of changes) if (target.isConnected) translate(target);
});
document.documentElement.lang = "eo";
translate(document.body);
watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
window.words = words;
