// A question in a dialog, with or without a line of text to change.

import { byId, setText } from './dom.js';

/** Answers the text (or true without `label`) once it is confirmed, else null. */
export function ask({ question, yes, label, text = '' }) {
  const dialog = byId('ask');
  setText(byId('ask-title'), question);
  setText(byId('ask-yes'), yes);
  setText(byId('ask-label'), label ?? '');
  byId('ask-label').parentElement.hidden = !label;
  byId('ask-text').value = text;
  byId('ask-text').required = Boolean(label);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes' ? (label ? byId('ask-text').value.trim() : true) : null);
  });
}
