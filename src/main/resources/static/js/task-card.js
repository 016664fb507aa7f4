// One task as a card. It is changed in place, so that a focused button stays focused while the task moves on.

import { h, setText } from './dom.js';
import { duration, secondsBetween, shortId, taskTitle } from './format.js';
import { isOver } from './tasks.js';
import { ArtifactList } from './artifact-list.js';

const STATES = { pending: 'Waiting', running: 'Running', completed: 'Completed', failed: 'Failed', cancelled: 'Cancelled' };
const COPIED_MILLIS = 1500;
const NOTES = 3;

export class TaskCard {
  #tasks;
  #id;
  #state = h('span', { class: 'state' });
  #bar = h('progress', { max: 100 });
  #step = h('p', { class: 'step' });
  #line = h('p', { class: 'hint' });
  #notes = h('ul', { class: 'notes', 'aria-label': 'Notes' });
  #error = h('p', { class: 'error' });
  #problem = h('p', { class: 'error', role: 'alert' });
  #cancel = h('button', { onclick: () => this.#do('cancel') }, 'Cancel');
  #retry = h('button', { onclick: () => this.#do('retry') }, 'Retry');
  #artifacts;

  /** @param extra more buttons, for example the tray's way to the conversation */
  constructor(tasks, task, extra = []) {
    this.#tasks = tasks;
    this.#id = task.task_id;
    this.#artifacts = new ArtifactList(() => tasks.artifacts(tasks.get(this.#id)));
    const name = `${taskTitle(task.task_type)} ${shortId(task.task_id)}`;
    this.#bar.setAttribute('aria-label', `Progress of ${name}`);
    this.#cancel.setAttribute('aria-label', `Cancel ${name}`);
    this.#retry.setAttribute('aria-label', `Retry ${name}`);
    this.element = h('article', { class: 'card', 'aria-label': `Task ${name}`, 'aria-live': 'off', tabindex: -1 },
      h('div', { class: 'card-head' }, h('h3', {}, taskTitle(task.task_type)), this.#state),
      h('p', { class: 'hint' }, copyButton(task.task_id), ` in project ${task.project_id}`),
      this.#bar, this.#step, this.#line, this.#error, this.#notes, this.#artifacts.element,
      h('div', { class: 'actions' }, this.#cancel, this.#retry, ...extra), this.#problem);
    this.show(task);
  }

  show(task) {
    const stopping = this.#tasks.isStopping(this.#id);
    this.element.dataset.status = task.status;
    setText(this.#state, stopping ? 'Stopping…' : STATES[task.status]);
    this.#showProgress(task);
    setText(this.#line, timing(task));
    setText(this.#error, task.error ? task.error.message : '');
    this.#showNotes(task.result?.notes ?? []);
    this.#cancel.hidden = isOver(task);
    this.#cancel.disabled = stopping;
    this.#retry.hidden = !['failed', 'cancelled'].includes(task.status);
    if (task.status === 'completed') this.#artifacts.load(this.element);
  }

  #showProgress(task) {
    const { percentage, step, total_steps: total, current_step: current, message } = task.progress;
    this.#bar.hidden = task.status !== 'running';
    this.#bar.value = percentage;
    const where = task.status === 'running' && step > 0 && total > 1 ? `Step ${step} of ${total}` : null;
    const what = ['running', 'completed'].includes(task.status) ? message || current : null;
    setText(this.#step, [where, what].filter(Boolean).join(': '));
  }

  // What a reader of the result has to know, such as that a model didn't answer.
  #showNotes(notes) {
    const more = notes.length - NOTES;
    const told = more > 0 ? [...notes.slice(0, NOTES), `and ${more} more, in the report`] : notes;
    this.#notes.replaceChildren(...told.map((note) => h('li', {}, note)));
  }

  async #do(verb) {
    setText(this.#problem, '');
    try {
      await this.#tasks[verb](this.#tasks.get(this.#id));
    } catch (problem) {
      setText(this.#problem, problem.message);
    }
  }
}

function timing(task) {
  const parts = [];
  if (task.queue_position) parts.push(task.queue_position === 1 ? 'next in your line' : `number ${task.queue_position} in your line`);
  if (task.eta_seconds != null && !isOver(task)) parts.push(`about ${duration(task.eta_seconds)} left`);
  if (task.attempt > 1 && !isOver(task)) parts.push(`attempt ${task.attempt} of ${task.max_attempts}`);
  if (isOver(task) && task.started_at) parts.push(`took ${duration(secondsBetween(task.started_at, task.completed_at))}`);
  if (task.retry_of) parts.push(`retry of ${shortId(task.retry_of)}`);
  return parts.join(' · ');
}

function copyButton(id) {
  const button = h('button', {
    class: 'id', title: id, 'aria-label': `Copy task ID ${shortId(id)}`,
    onclick: async () => {
      if (!await copied(id)) {
        button.textContent = id;
        return;
      }
      button.textContent = 'copied';
      setTimeout(() => { button.textContent = shortId(id); }, COPIED_MILLIS);
    },
  }, shortId(id));
  return button;
}

// Without HTTPS, from another machine, a page has no clipboard; then the whole ID is shown.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
