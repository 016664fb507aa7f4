// The user's conversations and which of them is open.

import * as api from './api.js';

const TITLE_LENGTH = 60;

/** Emits `change` after the list or the open conversation changed. */
export class Conversations extends EventTarget {
  #all = [];
  #unread = new Set();
  openId = null;

  all() {
    return this.#all;
  }

  /** The one that is open, or undefined while a new one has no message yet. */
  current() {
    return this.#all.find((each) => each.conversation_id === this.openId);
  }

  isUnread(id) {
    return this.#unread.has(id);
  }

  async load() {
    this.#all = (await api.get('/conversations')).conversations;
    this.#changed();
  }

  open(id) {
    this.openId = id;
    this.#unread.delete(id);
    this.#changed();
  }

  async create(text, projectId) {
    const title = text.trim().split('\n')[0].slice(0, TITLE_LENGTH);
    const made = await api.post('/conversations', projectId ? { title, project_id: projectId } : { title });
    this.#all = [made, ...this.#all];
    return made;
  }

  rename(id, title) {
    return this.#patch(id, { title });
  }

  setProject(id, projectId) {
    return this.#patch(id, { project_id: projectId });
  }

  async remove(id) {
    await api.remove(`/conversations/${id}`);
    this.#all = this.#all.filter((each) => each.conversation_id !== id);
    this.#changed();
  }

  /** Something was written in a conversation that isn't open. */
  markUnread(id) {
    if (id === this.openId) return;
    this.#unread.add(id);
    this.#changed();
  }

  /** It has another title or project: given here, in another window, or by a command. */
  take(changed) {
    this.#all = this.#all.map((each) => (each.conversation_id === changed.conversation_id ? { ...each, ...changed } : each));
    this.#changed();
  }

  async #patch(id, change) {
    this.take(await api.patch(`/conversations/${id}`, change));
  }

  #changed() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
