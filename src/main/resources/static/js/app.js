// Start reading here: who is signed in, then the parts of the page, then the feed that moves them.

import { byId, setText } from './dom.js';
import { signedIn, signOut } from './session.js';
import { goTo, onMove, place } from './address.js';
import { badge, TaskAnnouncer, toast } from './announcer.js';
import { Attachments } from './attachments.js';
import { CommandHelp } from './commands.js';
import { Composer } from './composer.js';
import { ConversationList } from './conversation-list.js';
import { Conversations } from './conversations.js';
import { Feed } from './feed.js';
import { MessageLog } from './message-log.js';
import { Messages } from './messages.js';
import { ProjectChoice } from './projects.js';
import { setUpOperations } from './operations.js';
import { setUpPanels } from './panels.js';
import { showSuggestions } from './suggestions.js';
import { Tasks } from './tasks.js';
import { TaskTray } from './task-tray.js';

const me = await signedIn();
const tasks = new Tasks(me.task_api);
const conversations = new Conversations();
const messages = new Messages();
const project = new ProjectChoice(conversations);
const log = new MessageLog(messages, tasks);
const feed = new Feed();

setUpPage();
listen();
await Promise.all([conversations.load(), project.load()]).catch((problem) => toast(problem.message));
await show(place());
feed.open();

function setUpPage() {
  const composer = new Composer({
    conversations, messages, project, attachments: new Attachments(() => project.forFiles()),
  });
  new ConversationList(conversations);
  new TaskTray(tasks, (task) => goTo(task.conversation_id, task.task_id));
  new TaskAnnouncer(tasks);
  new CommandHelp();
  setUpPanels();
  setUpOperations(me.role);
  showSuggestions((text) => composer.suggest(text));
  setText(byId('model'), me.model.description);
  byId('sign-out').addEventListener('click', () => signOut().catch((problem) => toast(problem.message)));
  byId('desk').hidden = false;
  onMove((to) => show(to));
}

function listen() {
  feed.addEventListener('state', ({ detail }) => showConnection(detail));
  feed.addEventListener('reset', ({ detail }) => begin(detail));
  for (const change of ['created', 'started', 'progress', 'completed', 'failed', 'cancelled', 'retrying']) {
    feed.addEventListener(`task.${change}`, ({ detail }) => tasks.take(detail.task));
  }
  feed.addEventListener('conversation.changed', ({ detail }) => conversations.take(detail.conversation));
  feed.addEventListener('message.created', ({ detail }) => takeMessage(detail));
  feed.addEventListener('message.delta', ({ detail }) => messages.takeDelta(detail));
  feed.addEventListener('tool.started', ({ detail }) => messages.takeTool(detail));
  feed.addEventListener('turn.started', ({ detail }) => messages.startTurn(detail));
  feed.addEventListener('turn.completed', ({ detail }) => messages.endTurn(detail));
  feed.addEventListener('turn.failed', ({ detail }) => messages.endTurn(detail));
}

// A reset holds all that is open; what it can't hold is asked for anew.
async function begin(snapshot) {
  messages.forgetDrafts();
  tasks.replace(snapshot.tasks);
  await conversations.load().catch((problem) => toast(problem.message));
  await show(place());
}

async function show({ conversationId, taskId }) {
  conversations.open(conversationId);
  try {
    await messages.open(conversationId);
    if (conversationId) await tasks.load(conversationId);
    if (taskId) log.reveal(taskId);
  } catch (problem) {
    if (problem.status === 404) goTo(null);
    toast(problem.message);
  }
}

function takeMessage({ conversation_id: conversationId, turn_id: turnId, message }) {
  if (conversationId === messages.conversationId) {
    messages.takeMessage(message, turnId);
  } else {
    conversations.markUnread(conversationId);
    if (message.role === 'notice') toast(message.content);
  }
  if (message.role !== 'user') badge();
}

function showConnection(state) {
  const element = byId('connection');
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  setText(element, state);
}
