// Which project a conversation works in. A name that doesn't exist yet makes the project.

import { arrange, byId, h } from './dom.js';
import * as api from './api.js';
import { toast } from './announcer.js';

const DEFAULT_PROJECT = 'default';

export class ProjectChoice {
  #conversations;
  #field = byId('project');

  constructor(conversations) {
    this.#conversations = conversations;
    conversations.addEventListener('change', () => this.#show());
    this.#field.addEventListener('change', () => this.#chosen());
  }

  async load() {
    const { projects } = await api.get('/projects');
    arrange(byId('projects'), projects.map(({ project_id: id }) => h('option', { value: id })));
  }

  /** The chosen project, or null when the default serves. */
  chosen() {
    return this.#field.checkValidity() && this.#field.value ? this.#field.value : null;
  }

  /** Where files go. */
  forFiles() {
    return this.chosen() ?? DEFAULT_PROJECT;
  }

  #show() {
    const current = this.#conversations.current();
    if (current && document.activeElement !== this.#field) this.#field.value = current.project_id ?? '';
  }

  async #chosen() {
    const current = this.#conversations.current();
    if (!this.#field.reportValidity() || !current) return;
    try {
      // an emptied field reads "default", so that is what it means
      await this.#conversations.setProject(current.conversation_id, this.forFiles());
    } catch (problem) {
      toast(problem.message);
    }
  }
}
