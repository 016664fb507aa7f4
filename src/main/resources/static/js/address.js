// What the address shows: `#/c/{conversation}` and `#/c/{conversation}/t/{task}`, so that both can be linked to.

const SHAPE = /^#\/c\/([0-9a-f-]{36})(?:\/t\/([0-9a-f-]{36}))?$/;

/** Where the address points: `{conversationId, taskId}`, each null when absent. */
export function place() {
  const [, conversationId = null, taskId = null] = SHAPE.exec(location.hash) ?? [];
  return { conversationId, taskId };
}

/** Goes to a conversation, or with null to a new one. */
export function goTo(conversationId, taskId = null) {
  const task = taskId ? `/t/${taskId}` : '';
  location.hash = conversationId ? `#/c/${conversationId}${task}` : '#/';
}

/** Calls back at every change of the address. */
export const onMove = (move) => addEventListener('hashchange', () => move(place()));
