// How the whole queue is, for admins: figures and stuck work, asked for when the dialog opens and on demand.

import { byId, h, setText } from './dom.js';
import { clock, duration, secondsBetween, shortId, taskTitle } from './format.js';
import * as api from './api.js';

const STATES = ['waiting', 'queued', 'running', 'ending', 'completed', 'failed', 'cancelled'];

/** Shows the way to the figures to admins only; the server gives them to nobody else anyway. */
export function setUpOperations(role) {
  const dialog = byId('operations');
  byId('show-operations').hidden = role !== 'admin';
  byId('show-operations').addEventListener('click', () => {
    dialog.showModal();
    refresh();
  });
  byId('operations-refresh').addEventListener('click', refresh);
  dialog.querySelector('.close').addEventListener('click', () => dialog.close());
}

async function refresh() {
  setText(byId('operations-error'), '');
  byId('operations-refresh').disabled = true;
  try {
    show(await api.get('/operations/tasks'));
  } catch (problem) {
    setText(byId('operations-error'), problem.message);
  } finally {
    byId('operations-refresh').disabled = false;
  }
}

function show(health) {
  setText(byId('operations-time'), `As of ${clock(health.time)}: ${stuckWords(health)}`);
  byId('operations-figures').replaceChildren(
    table('Stuck work', ['Task', 'User', 'State', 'Why', 'Since'],
      health.stuck.map((stuck) => stuckRow(stuck, health.time))),
    table('Tasks', ['State', 'Number'], STATES.map((state) => [state, health.tasks[state]])),
    table('Users', ['User', 'Holds slots', 'Waits'], health.users.map((user) =>
      [user.user_id, `${user.running} of ${user.running_limit}`, `${user.pending} of ${user.pending_limit}`])),
    table('Nodes', ['Node', 'Lease', 'Started'], health.nodes.map((node) => [node.name, lease(node),
      `${duration(secondsBetween(node.started_at, health.time))} ago`])),
  );
}

function stuckWords({ stuck, stuck_more: more }) {
  if (stuck.length === 0) return 'nothing is stuck';
  return more ? `more than ${stuck.length} tasks are stuck` : `${stuck.length} stuck`;
}

function stuckRow(stuck, time) {
  const since = stuck.since ?? stuck.created_at;
  return [h('span', { title: stuck.task_id }, `${taskTitle(stuck.task_type)} ${shortId(stuck.task_id)}`),
    stuck.user_id, stuck.state, stuck.detail, duration(secondsBetween(since, time))];
}

function lease({ alive, lease_seconds: seconds }) {
  return alive ? `holds for ${duration(seconds)}` : `gone for ${duration(-seconds)}`;
}

function table(caption, heads, rows) {
  const body = rows.length === 0
    ? [h('tr', {}, h('td', { colspan: heads.length, class: 'hint' }, 'none'))]
    : rows.map(([first, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, first),
      cells.map((cell) => h('td', {}, `${cell}`))));
  return h('table', {}, h('caption', {}, caption),
    h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, body));
}
