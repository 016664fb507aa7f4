// The server's HTTP API. Every failure is a Problem with words that can be shown.

const BASE = '/api/v1';

/** What the server's problem details say, or that it couldn't be reached (status 0). */
export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export const get = (path) => json('GET', path);
export const post = (path, body = {}) => json('POST', path, body);
export const patch = (path, body) => json('PATCH', path, body);
export const remove = (path) => json('DELETE', path);

/** Uploads one file into a project and answers its stored form with `file_id`. */
export async function upload(project, file) {
  const form = new FormData();
  form.append('files', file);
  const response = await call(`/projects/${encodeURIComponent(project)}/files`, { method: 'POST', body: form });
  return (await response.json()).files[0];
}

/**
 * Sends a message and returns as soon as the server has taken it: the answer is asked for as a stream and let go,
 * since the feed tells the rest, and a held request would use up one of the browser's few connections.
 */
export async function send(conversationId, message) {
  const response = await call(`/conversations/${conversationId}/messages`,
    withBody('POST', message, { Accept: 'text/event-stream, application/problem+json' }));
  await response.body?.cancel();
}

/** Where an artifact's bytes are; `view` asks for the form that a sandboxed frame may show. */
export const contentPath = (artifactId, view = false) =>
  `${BASE}/artifacts/${artifactId}/content${view ? '?view=1' : ''}`;

async function json(method, path, body) {
  const response = await call(path, body === undefined ? { method } : withBody(method, body));
  return response.status === 204 ? null : response.json();
}

const withBody = (method, body, headers = {}) =>
  ({ method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });

async function call(path, init) {
  const response = await fetch(BASE + path, init).catch(() => {
    throw new Problem(0, 'unreachable', 'The server can’t be reached.');
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body.code, body.detail ?? `The server answered ${response.status}.`);
}
