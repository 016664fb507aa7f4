// What a task made, with ways to see and save it.

import { arrange, byId, h, seen, setText } from './dom.js';
import { size } from './format.js';
import { contentPath } from './api.js';

export class ArtifactList {
  #fetch;
  #asked = false;
  element = h('ul', { class: 'plain artifacts', 'aria-label': 'Results' });

  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** Fetches the list once, when its card is in sight; after a failure the next call tries again. */
  async load(card) {
    if (this.#asked) return;
    this.#asked = true;
    await seen(card);
    try {
      arrange(this.element, (await this.#fetch()).map(row));
    } catch (problem) {
      this.#asked = false;
      arrange(this.element, [h('li', { class: 'error' }, problem.message)]);
    }
  }
}

function row(artifact) {
  return h('li', {},
    h('span', { class: 'file-name' }, breakable(artifact.name)),
    h('span', { class: 'hint' }, size(artifact.size)),
    h('button', { 'aria-label': `Preview ${artifact.name}`, onclick: () => preview(artifact) }, 'Preview'),
    h('a', {
      class: 'button', href: contentPath(artifact.artifact_id), download: artifact.name,
      'aria-label': `Download ${artifact.name}`,
    }, 'Download'));
}

// A long name breaks between its words, not within them.
const breakable = (name) => name.split(/(?<=[_.-])/).flatMap((word) => [word, h('wbr')]);

// The sandbox without any permission: what a file holds can neither run nor reach this page.
function preview(artifact) {
  const dialog = byId('preview');
  setText(byId('preview-title'), artifact.name);
  byId('preview-download').href = contentPath(artifact.artifact_id);
  byId('preview-frame').replaceChildren(h('iframe', {
    sandbox: '', src: contentPath(artifact.artifact_id, true), title: `Content of ${artifact.name}`,
  }));
  dialog.onclose = () => byId('preview-frame').replaceChildren();
  dialog.showModal();
}
