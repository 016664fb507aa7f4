// Elements are made here and nowhere else, so that text from outside never becomes markup.

/** The element with this ID; the page's skeleton holds all of them. */
export const byId = (id) => document.getElementById(id);

/**
 * Makes an element. Functions become listeners, true and false set or leave out an attribute, everything else is
 * an attribute; children are nodes or text, null and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) put(element, name, value);
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

function put(element, name, value) {
  if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== false && value != null) element.setAttribute(name, value);
}

/** Changes the text only when it differs, so that screen readers and selections aren't disturbed. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Resolves as soon as the element is in sight. */
export const seen = (element) => new Promise((resolve) => {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    resolve();
  });
  watch.observe(element);
});

/** Puts the children in this order with as few moves as possible, so that focus stays where it is. */
export function arrange(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}
