// The list at the side: open, rename, delete.

import { arrange, byId, h, setText } from './dom.js';
import { ask } from './ask.js';
import { toast } from './announcer.js';
import { goTo } from './address.js';

export class ConversationList {
  #conversations;

  constructor(conversations) {
    this.#conversations = conversations;
    conversations.addEventListener('change', () => this.#draw());
    byId('new-conversation').addEventListener('click', () => {
      goTo(null);
      byId('message').focus();
    });
  }

  #draw() {
    arrange(byId('conversation-list'), this.#conversations.all().map((each) => this.#row(each)));
    setText(byId('title'), this.#conversations.current()?.title ?? 'New conversation');
  }

  #row(conversation) {
    const { conversation_id: id, title } = conversation;
    const isOpen = id === this.#conversations.openId;
    return h('li', { class: isOpen ? 'open' : null },
      h('a', { href: `#/c/${id}`, class: 'conversation', 'aria-current': isOpen ? 'page' : null }, title,
        this.#conversations.isUnread(id) && h('span', { class: 'unread' }, 'new')),
      h('button', { class: 'icon quiet', 'aria-label': `Rename ${title}`, onclick: () => this.#rename(conversation) }, '✎'),
      h('button', { class: 'icon quiet', 'aria-label': `Delete ${title}`, onclick: () => this.#delete(conversation) }, '✕'));
  }

  async #rename({ conversation_id: id, title }) {
    const answer = await ask({ question: 'Rename the conversation', yes: 'Rename', label: 'Title', text: title });
    if (answer) await this.#try(() => this.#conversations.rename(id, answer));
  }

  async #delete({ conversation_id: id, title }) {
    if (!await ask({ question: `Delete “${title}”? Its tasks go on.`, yes: 'Delete' })) return;
    await this.#try(() => this.#conversations.remove(id));
    if (id === this.#conversations.openId) goTo(null);
  }

  async #try(change) {
    try {
      await change();
    } catch (problem) {
      toast(problem.message);
    }
  }
}
