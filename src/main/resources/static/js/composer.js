// Where messages are written. It is never locked: what is sent while a reply is being written waits its turn.

import { byId, setText } from './dom.js';
import * as api from './api.js';
import { goTo } from './address.js';
import { newId } from './format.js';

export class Composer {
  #conversations;
  #messages;
  #project;
  #attachments;
  #box = byId('message');
  #sent = [];
  #back = 0;
  #delivered = Promise.resolve();

  constructor({ conversations, messages, project, attachments }) {
    this.#conversations = conversations;
    this.#messages = messages;
    this.#project = project;
    this.#attachments = attachments;
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    byId('stop').addEventListener('click', () => this.#stop());
    messages.addEventListener('change', () => { byId('stop').hidden = messages.drafts().length === 0; });
  }

  /** Puts a text into the box for the user to finish. */
  suggest(text) {
    this.#box.value = text;
    this.#box.focus();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && this.#mayRecall()) {
      event.preventDefault();
      this.#box.value = this.#sent.at(-++this.#back);
    }
  }

  #mayRecall() {
    const untouched = this.#back ? this.#box.value === this.#sent.at(-this.#back) : this.#box.value === '';
    return untouched && this.#back < this.#sent.length;
  }

  // One after the other: the first message of a conversation makes it, and the next one belongs there too.
  #submit() {
    const text = this.#box.value.trim();
    const files = this.#attachments.take();
    if (!text && files.length === 0) return;
    this.#say('');
    this.#box.value = '';
    this.#delivered = this.#delivered.then(() => this.#deliver(text, files));
  }

  async #deliver(text, files) {
    const clientId = newId();
    try {
      await this.#send(text, files, clientId);
      this.#sent.push(text);
      this.#back = 0;
    } catch (problem) {
      this.#messages.giveUp(clientId);
      this.#giveBack(text, files);
      this.#say(problem.message);
    }
  }

  // What wasn't sent comes back; what was written since stays.
  #giveBack(text, files) {
    this.#attachments.putBack(files);
    this.#box.value = [this.#box.value, text].filter(Boolean).join('\n\n');
  }

  async #send(text, files, clientId) {
    const fileIds = await Promise.all(files.map((file) => file.uploaded));
    const conversationId = this.#conversations.openId ?? await this.#begin(text || 'Files');
    this.#messages.expect(clientId, text);
    const message = { content: text, client_id: clientId };
    if (fileIds.length) message.file_ids = fileIds;
    if (this.#project.chosen()) message.project_id = this.#project.chosen();
    await api.send(conversationId, message);
  }

  async #begin(text) {
    const { conversation_id: id } = await this.#conversations.create(text, this.#project.chosen());
    this.#conversations.open(id);
    await this.#messages.open(id);
    goTo(id);
    return id;
  }

  async #stop() {
    try {
      await api.post(`/conversations/${this.#messages.conversationId}/cancel-turn`);
    } catch (problem) {
      this.#say(problem.message);
    }
  }

  #say(text) {
    setText(byId('composer-error'), text);
  }
}
