// The log: finished messages are added once and read out once; a reply being written stands below it and is silent.

import { arrange, byId, h, setText } from './dom.js';
import { clock, shortId, taskTitle } from './format.js';
import { markdown } from './markdown.js';
import { followEnd } from './follow.js';
import { toast } from './announcer.js';
import { TaskCard } from './task-card.js';

const NOT_KEPT = 'This task isn’t kept any more. What it made is among its project’s artifacts: ask for them with /artifacts.';
const SPEAKERS = { user: 'You', assistant: 'Meanwhile', notice: 'Notice' };

export class MessageLog {
  #messages;
  #tasks;
  #nodes = new Map();
  #cards = new Map();
  #drafts = new Map();
  #conversationId = null;
  #follow = followEnd(byId('scroll'), [byId('log'), byId('drafts')]);

  constructor(messages, tasks) {
    this.#messages = messages;
    this.#tasks = tasks;
    messages.addEventListener('change', () => this.#draw());
    messages.addEventListener('sent', () => this.#follow());
    messages.addEventListener('draft', ({ detail: draft }) => this.#draftNode(draft));
    tasks.addEventListener('change', ({ detail: task }) => this.#taskChanged(task));
    tasks.addEventListener('reset', () => this.#draw());
    tasks.addEventListener('more', () => this.#draw());
  }

  /** Brings a task's card into view and focuses it, or says that the task isn't kept any more. */
  async reveal(taskId) {
    try {
      if (!await this.#tasks.find(taskId)) toast(NOT_KEPT);
    } catch (problem) {
      toast(problem.message);
    }
    const card = this.#cards.get(taskId)?.element;
    card?.scrollIntoView({ block: 'center' });
    card?.focus();
  }

  #draw() {
    this.#forgetOtherConversation();
    const log = byId('log');
    log.setAttribute('aria-busy', this.#messages.loading);
    const messages = this.#messages.all();
    const { placed, loose } = this.#placeTasks(messages);
    arrange(log, messages.flatMap((message) =>
      [this.#node(message), ...placed.get(message.seq).map((task) => this.#card(task))]));
    arrange(byId('drafts'), [...this.#sendingNodes(), ...this.#draftNodes(), ...loose.map((task) => this.#card(task))]);
    byId('welcome').hidden = !this.#messages.isEmpty() || this.#messages.loading;
  }

  #forgetOtherConversation() {
    if (this.#messages.conversationId === this.#conversationId) return;
    this.#conversationId = this.#messages.conversationId;
    this.#follow();
    for (const kept of [this.#nodes, this.#cards, this.#drafts]) kept.clear();
  }

  // A card stands below the reply that started its task; until that is told, below the reply being written.
  #placeTasks(messages) {
    const placed = new Map(messages.map(({ seq }) => [seq, []]));
    const seen = new Set();
    for (const message of messages) {
      if (message.role === 'notice') continue;
      const own = (message.task_ids ?? []).filter((id) => !seen.has(id) && this.#tasks.get(id));
      own.forEach((id) => seen.add(id));
      placed.get(message.seq).push(...own.map((id) => this.#tasks.get(id)));
    }
    const rest = this.#tasks.ofConversation(this.#conversationId).filter((task) => !seen.has(task.task_id));
    return { placed, loose: this.#placeByTime(rest, messages, placed) };
  }

  // Tasks that no reply names, for example ones made over HTTP, stand where the talk was when they were made. Both lists
  // are in the order of time, so one walk serves. Answers those before the first message or after the last.
  #placeByTime(tasks, messages, placed) {
    const times = messages.map(({ created_at: time }) => Date.parse(time));
    let next = 0;
    return tasks.filter((task) => {
      const made = Date.parse(task.created_at);
      while (next < messages.length && times[next] <= made) next++;
      if (next === 0 || next === messages.length) return true;
      placed.get(messages[next - 1].seq).push(task);
      return false;
    });
  }

  #node(message) {
    if (!this.#nodes.has(message.seq)) this.#nodes.set(message.seq, this.#messageNode(message));
    return this.#nodes.get(message.seq);
  }

  #messageNode(message) {
    const body = h('div', { class: 'text' });
    if (message.role === 'user') body.textContent = message.content || 'Files';
    else body.append(markdown(message.content));
    const links = message.role === 'notice' ? (message.task_ids ?? []).map((id) => this.#link(id)) : [];
    return h('article', { class: `message ${message.role}` },
      h('p', { class: 'who' }, SPEAKERS[message.role], ' ',
        h('time', { datetime: message.created_at }, clock(message.created_at))), body, ...links);
  }

  #link(taskId) {
    return h('button', { class: 'quiet', 'aria-label': `Show task ${shortId(taskId)}`, onclick: () => this.reveal(taskId) }, 'Show task');
  }

  #sendingNodes() {
    return this.#messages.sending().map(({ content }) =>
      h('article', { class: 'message user sending' }, h('p', { class: 'who' }, 'You, sending…'),
        h('div', { class: 'text' }, content)));
  }

  #draftNodes() {
    const drafts = this.#messages.drafts();
    const open = new Set(drafts.map(({ turnId }) => turnId));
    for (const turnId of this.#drafts.keys()) if (!open.has(turnId)) this.#drafts.delete(turnId);
    return drafts.map((draft) => this.#draftNode(draft));
  }

  #draftNode(draft) {
    if (!this.#drafts.has(draft.turnId)) {
      this.#drafts.set(draft.turnId, h('article', { class: 'message assistant draft', 'aria-busy': 'true', 'aria-live': 'off' },
        h('p', { class: 'who' }), h('div', { class: 'text' })));
    }
    const node = this.#drafts.get(draft.turnId);
    setText(node.firstElementChild, draft.tool ? `Meanwhile: ${draft.tool.replaceAll('_', ' ')}…` : 'Meanwhile is writing…');
    node.lastElementChild.replaceChildren(markdown(draft.text));
    return node;
  }

  #taskChanged(task) {
    const card = this.#cards.get(task.task_id);
    if (card) card.show(task);
    else if (task.conversation_id === this.#conversationId) this.#draw();
  }

  #card(task) {
    if (!this.#cards.has(task.task_id)) this.#cards.set(task.task_id, new TaskCard(this.#tasks, task));
    const card = this.#cards.get(task.task_id);
    card.show(task);
    return card.element;
  }
}
