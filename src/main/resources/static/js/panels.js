// The two panels at the sides, which are drawers on a narrow screen.

import { byId } from './dom.js';

export function setUpPanels() {
  const panels = [panel('conversations', 'show-conversations'), panel('tray', 'show-tasks')];
  addEventListener('hashchange', () => panels.forEach((close) => close()));
  byId('preview').querySelector('.close').addEventListener('click', () => byId('preview').close());
}

function panel(id, buttonId) {
  const element = byId(id);
  const button = byId(buttonId);
  const show = (shown) => {
    element.classList.toggle('shown', shown);
    button.setAttribute('aria-expanded', shown);
  };
  const close = () => {
    if (element.contains(document.activeElement)) button.focus();
    show(false);
  };
  const closer = element.querySelector('.close');
  button.addEventListener('click', () => {
    show(!element.classList.contains('shown'));
    closer.focus(); // the drawer covers the button
  });
  closer.addEventListener('click', close);
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  return close;
}
