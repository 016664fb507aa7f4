// All tasks of the user, whichever conversation they belong to.

import { arrange, byId, h, setText } from './dom.js';
import { TaskCard } from './task-card.js';

export class TaskTray {
  #tasks;
  #goTo;
  #cards = new Map();

  /** @param goTo called with a task whose conversation is to be shown */
  constructor(tasks, goTo) {
    this.#tasks = tasks;
    this.#goTo = goTo;
    tasks.addEventListener('change', ({ detail: task }) => this.#change(task));
    tasks.addEventListener('reset', () => this.#reset());
    tasks.addEventListener('more', () => this.#more());
  }

  #reset() {
    this.#cards.clear();
    this.#order();
  }

  #more() {
    for (const [id, { card }] of this.#cards) card.show(this.#tasks.get(id));
    this.#order();
  }

  #change(task) {
    const item = this.#cards.get(task.task_id);
    if (item) item.card.show(task);
    else this.#order();
    this.#count();
  }

  #order() {
    arrange(byId('task-list'), this.#tasks.all().map((task) => this.#item(task).element));
    byId('tray-empty').hidden = this.#tasks.all().length > 0;
    this.#count();
  }

  #item(task) {
    if (!this.#cards.has(task.task_id)) {
      const go = task.conversation_id
        ? [h('button', { class: 'quiet', onclick: () => this.#goTo(task) }, 'Show in conversation')] : [];
      const card = new TaskCard(this.#tasks, task, go);
      this.#cards.set(task.task_id, { card, element: h('li', {}, card.element) });
    }
    return this.#cards.get(task.task_id);
  }

  #count() {
    const open = this.#tasks.openCount();
    setText(byId('show-tasks'), open ? `Tasks (${open})` : 'Tasks');
  }
}
