// Who is signed in: a code from the sign-in link, or a pasted access token, is exchanged for a session cookie.

import { byId, setText } from './dom.js';
import * as api from './api.js';

const LINK = /^#signin=([^&]+)$/;

/** Answers `/me` once somebody is signed in. */
export async function signedIn() {
  await useLink();
  const me = await whoAmI();
  return me ?? new Promise((resolve) => askForToken(resolve));
}

export async function signOut() {
  await api.post('/sign-out');
  location.replace('/');
}

/** Uses the code in the address up, if there is one; whether that worked. */
async function useLink() {
  const code = LINK.exec(location.hash)?.[1];
  return Boolean(code) && exchange({ code: decodeURIComponent(code) });
}

async function whoAmI() {
  try {
    return await api.get('/me');
  } catch (problem) {
    if (problem.status !== 401) say(problem.message);
    return null;
  }
}

function askForToken(resolve) {
  byId('door').hidden = false;
  byId('token').focus();
  const enter = async () => {
    byId('token').value = '';
    byId('door').hidden = true;
    resolve(await api.get('/me'));
  };
  byId('sign-in').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await exchange({ token: byId('token').value.trim() })) await enter();
  });
  // A link that is pasted into the address of this very page changes nothing but its hash.
  window.addEventListener('hashchange', async () => {
    if (await useLink()) await enter();
  });
}

async function exchange(secret) {
  say('');
  // The code leaves the address at once, so that it isn't kept in the history.
  history.replaceState(null, '', '/');
  try {
    await api.post('/sign-in', secret);
    return true;
  } catch (problem) {
    say(problem.message);
    return false;
  }
}

const say = (text) => setText(byId('sign-in-error'), text);
