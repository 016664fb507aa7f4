// The messages of the conversation that is open: finished ones, drafts being written, and ones on their way.

import * as api from './api.js';

const PAGE = 200;
const REMEMBERED_ENDS = 100;

/** Emits `change` whenever something is to be drawn anew, `draft` when only a draft's text grew, `sent` for own words. */
export class Messages extends EventTarget {
  conversationId = null;
  loading = false;
  #bySeq = new Map();
  #drafts = new Map();
  #sending = [];
  #ended = [];

  /** Finished messages in their order. */
  all() {
    return [...this.#bySeq.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Replies being written here: `{turnId, conversationId, text, tool}`. Those of other conversations are kept as well. */
  drafts() {
    return [...this.#drafts.values()].filter((draft) => draft.conversationId === this.conversationId);
  }

  /** Own messages that the server hasn't told back yet: `{clientId, content}`. */
  sending() {
    return this.#sending;
  }

  isEmpty() {
    return this.#bySeq.size + this.drafts().length + this.#sending.length === 0;
  }

  async open(conversationId) {
    if (conversationId !== this.conversationId) this.#clear(conversationId);
    if (!conversationId) return this.#changed();
    this.loading = true;
    this.#changed();
    try {
      await this.#load(conversationId);
    } finally {
      if (conversationId === this.conversationId) this.loading = false;
      this.#changed();
    }
  }

  /** Shows an own message at once; the event that tells it takes its place. */
  expect(clientId, content) {
    this.#sending.push({ clientId, content });
    this.#emit('sent');
    this.#changed();
  }

  giveUp(clientId) {
    this.#sending = this.#sending.filter((each) => each.clientId !== clientId);
    this.#changed();
  }

  takeMessage(message, turnId) {
    this.#bySeq.set(message.seq, message);
    if (message.role === 'user') this.#arrived(message);
    if (message.role === 'assistant') this.#drafts.delete(turnId);
    this.#changed();
  }

  startTurn({ turn_id: turnId, conversation_id: conversationId }) {
    if (!this.#drafts.has(turnId)) this.#drafts.set(turnId, { turnId, conversationId, text: '', tool: null });
    this.#changed();
  }

  endTurn({ turn_id: turnId }) {
    this.#ended = [...this.#ended, turnId].slice(-REMEMBERED_ENDS);
    if (this.#drafts.delete(turnId)) this.#changed();
  }

  /** The offset says where the text belongs, so that a stored draft and later pieces fit together. */
  takeDelta(event) {
    const { turn_id: turnId, offset, text } = event;
    // A piece may be late: it came from another node.
    if (this.#ended.includes(turnId)) return;
    if (!this.#drafts.has(turnId)) this.startTurn(event);
    const draft = this.#drafts.get(turnId);
    if (offset > draft.text.length || offset + text.length <= draft.text.length) return;
    draft.text = draft.text.slice(0, offset) + text;
    draft.tool = null;
    if (draft.conversationId === this.conversationId) this.#emit('draft', draft);
  }

  /** The model uses a tool on its way to the reply. */
  takeTool(event) {
    this.startTurn(event);
    const draft = this.#drafts.get(event.turn_id);
    draft.tool = event.tool;
    if (draft.conversationId === this.conversationId) this.#emit('draft', draft);
  }

  /** What was being written may be over; the server tells what still is. */
  forgetDrafts() {
    this.#drafts.clear();
  }

  #clear(conversationId) {
    this.conversationId = conversationId;
    this.#bySeq.clear();
    this.#sending = [];
  }

  async #load(conversationId) {
    let page;
    let after = 0;
    do {
      page = (await api.get(`/conversations/${conversationId}/messages?after=${after}&limit=${PAGE}`)).messages;
      if (conversationId !== this.conversationId) return;
      for (const message of page) this.#bySeq.set(message.seq, message);
      after = page.at(-1)?.seq;
    } while (page.length === PAGE);
  }

  #arrived(message) {
    const at = this.#sending.findIndex(({ content }) => content === message.content);
    if (at >= 0) this.#sending.splice(at, 1);
  }

  #changed() {
    this.#emit('change');
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
