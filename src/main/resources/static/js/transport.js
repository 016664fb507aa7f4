// The two ways to hear the feed. Each takes the last number seen and calls `listener.opened()`, `.event(event)` and
// `.closed()`; each returns a function that ends it.

const TYPES = ['hello', 'reset', 'task.created', 'task.started', 'task.progress', 'task.completed', 'task.failed',
  'task.cancelled', 'task.retrying', 'message.created', 'message.delta', 'tool.started', 'turn.started', 'turn.completed',
  'turn.failed', 'artifact.created', 'conversation.changed'];
const PING_MILLIS = 20_000;
const SILENCE_MILLIS = 45_000;

/** A WebSocket: many tabs may have one each. Silence ends it, since a dead network says nothing. */
export function socket(after, listener) {
  const address = new URL(`/api/v1/ws?after=${after}`, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const connection = new WebSocket(address, 'meanwhile.v1');
  let heard = Date.now();
  const ping = setInterval(() => {
    if (Date.now() - heard > SILENCE_MILLIS) connection.close();
    else if (connection.readyState === WebSocket.OPEN) connection.send('{"type":"ping"}');
  }, PING_MILLIS);
  connection.onopen = () => listener.opened();
  connection.onmessage = ({ data }) => {
    heard = Date.now();
    listener.event(JSON.parse(data));
  };
  connection.onclose = () => {
    clearInterval(ping);
    listener.closed();
  };
  return () => connection.close();
}

/** Server-sent events, for networks that don't let a WebSocket through. */
export function stream(after, listener) {
  const source = new EventSource(`/api/v1/events?after=${after}`);
  const end = () => {
    source.close();
    listener.closed();
  };
  source.onopen = () => listener.opened();
  source.onerror = end;
  for (const type of TYPES) source.addEventListener(type, ({ data }) => listener.event(JSON.parse(data)));
  return end;
}
