// Zensical's search writes its style sheet into the page, which the policy forbids: it would lie there unstyled.
// A sheet that a script makes is allowed, so this hands over such a sheet in its place. Loaded before Zensical's
// own script, on its pages only.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  const append = root.appendChild;
  root.appendChild = (node) => {
    if (!(node instanceof HTMLStyleElement)) return append.call(root, node);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(node.textContent);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return node;
  };
  return root;
};
