// The user's tasks as this page knows them. A task changes by events only; requests just ask for a change.

import * as api from './api.js';

const LINE_MILLIS = 5000;
const LINE_LENGTH = 50;
const PAGE = 200;
const MOST_PAGES = 5;
const TERMINAL = new Set(['completed', 'failed', 'cancelled']);

export const isOver = (task) => TERMINAL.has(task.status);

/** Emits `change` with the task, `more` when older ones came, and `reset` when all of them were replaced. */
export class Tasks extends EventTarget {
  #byId = new Map();
  #stopping = new Set();
  #taskApi;

  /** @param taskApi whether the paths below /tasks exist; without them the bot commands do the same */
  constructor(taskApi) {
    super();
    this.#taskApi = taskApi;
    if (taskApi) setInterval(() => this.#askLine(), LINE_MILLIS);
  }

  get(id) {
    return this.#byId.get(id);
  }

  /** All, newest first: an ID begins with its time. */
  all() {
    return [...this.#byId.values()].sort((a, b) => (a.task_id < b.task_id ? 1 : -1));
  }

  ofConversation(conversationId) {
    return this.all().filter((task) => task.conversation_id === conversationId).reverse();
  }

  openCount() {
    return this.all().filter((task) => !isOver(task)).length;
  }

  isStopping(id) {
    return this.#stopping.has(id);
  }

  /** Takes the state in, unless a newer one is known: what has ended never runs again. */
  take(task) {
    if (this.#keep(task)) this.#emit('change', task);
  }

  #keep(task) {
    const known = this.#byId.get(task.task_id);
    if (known && (isOver(known) || task.version < known.version)) return false;
    if (isOver(task)) this.#stopping.delete(task.task_id);
    this.#byId.set(task.task_id, task);
    return true;
  }

  replace(tasks) {
    this.#byId = new Map(tasks.map((task) => [task.task_id, task]));
    this.#stopping.clear();
    this.#emit('reset');
  }

  /** Tasks that were over before the snapshot began, the newest first; only the task API can tell them. */
  async load(conversationId) {
    if (!this.#taskApi) return;
    const path = `/tasks?conversation_id=${conversationId}&limit=${PAGE}`;
    let cursor = '';
    for (let page = 0; page < MOST_PAGES && cursor != null; page++) {
      const { tasks, next_cursor: next } = await api.get(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
      this.#keepAll(tasks);
      cursor = next;
    }
  }

  /** The task, asked for if this page doesn't know it yet; undefined when it isn't kept any more. */
  async find(id) {
    if (!this.#byId.has(id) && this.#taskApi) {
      const found = await api.get(`/tasks/${id}`).catch((problem) => {
        if (problem.status !== 404) throw problem;
      });
      if (found) this.#keepAll([found]);
    }
    return this.get(id);
  }

  // Together: each of them alone would draw the whole conversation.
  #keepAll(tasks) {
    if (tasks.filter((task) => this.#keep(task)).length > 0) this.#emit('more');
  }

  async cancel(task) {
    this.#stop(task, true);
    try {
      await this.#ask('cancel', task);
    } catch (problem) {
      this.#stop(task, false);
      throw problem;
    }
  }

  retry(task) {
    return this.#ask('retry', task);
  }

  async artifacts(task) {
    const path = this.#taskApi
      ? `/tasks/${task.task_id}/artifacts`
      : `/projects/${encodeURIComponent(task.project_id)}/artifacts`;
    const { artifacts } = await api.get(path);
    return artifacts.filter((artifact) => artifact.task_id === task.task_id);
  }

  // Nothing happens to a waiting task when those before it move on, so its place is asked for.
  async #askLine() {
    if (document.hidden || !this.all().some(({ status }) => status === 'pending')) return;
    const { tasks } = await api.get(`/tasks?status=pending&limit=${LINE_LENGTH}`).catch(() => ({ tasks: [] }));
    tasks.forEach((task) => this.take(task));
  }

  #ask(verb, task) {
    if (this.#taskApi) return api.post(`/tasks/${task.task_id}/${verb}`);
    return api.post('/bot/commands', { command: `/${verb} ${task.task_id}` });
  }

  #stop(task, stopping) {
    if (stopping) this.#stopping.add(task.task_id);
    else this.#stopping.delete(task.task_id);
    this.#emit('change', this.get(task.task_id) ?? task);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
