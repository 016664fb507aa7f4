// What is said beside the log: short news, and milestones of tasks for those who listen instead of looking.

import { byId, setText } from './dom.js';
import { shortId, taskTitle } from './format.js';
import { isOver } from './tasks.js';

const TOAST_MILLIS = 6000;
const HALF = 50;
const TITLE = document.title;

let toastTimer;
let unseen = 0;

/** Shows a line for some seconds. */
export function toast(text) {
  clearTimeout(toastTimer);
  setText(byId('toast'), text);
  toastTimer = setTimeout(() => setText(byId('toast'), ''), TOAST_MILLIS);
}

/** Counts news in the tab's title while the page isn't looked at. */
export function badge() {
  if (document.hidden) document.title = `(${++unseen}) ${TITLE}`;
}

document.addEventListener('visibilitychange', () => {
  unseen = 0;
  document.title = TITLE;
});

/** Says when a task starts, is half done and ends; not each tick. */
export class TaskAnnouncer {
  #told = new Map();

  constructor(tasks) {
    tasks.addEventListener('change', ({ detail: task }) => this.#hear(task));
    for (const silent of ['reset', 'more']) {
      tasks.addEventListener(silent, () => tasks.all().forEach((task) => this.#told.set(task.task_id, milestone(task))));
    }
  }

  #hear(task) {
    const reached = milestone(task);
    if (this.#told.get(task.task_id) === reached) return;
    this.#told.set(task.task_id, reached);
    setText(byId('spoken'), `${taskTitle(task.task_type)} ${shortId(task.task_id)}: ${reached}`);
  }
}

function milestone(task) {
  if (isOver(task)) return task.status;
  if (task.status === 'pending') return 'waiting';
  return task.progress.percentage >= HALF ? 'half done' : 'running';
}
