// The user's feed: every event once and in order, across lost connections.

import { socket, stream } from './transport.js';

// Beyond any number the server has given: it answers with a reset, which holds the state to begin with.
const NOTHING_YET = Number.MAX_SAFE_INTEGER;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 15_000;
const SOCKET_TRIES = 2;

/**
 * Emits each event under its type, and `state` with `live` or `reconnecting`. A number that was seen is dropped, a
 * number that was skipped means that something was lost: the feed then begins anew from the last one seen.
 */
export class Feed extends EventTarget {
  #last = NOTHING_YET;
  #failures = 0;
  #socketsFailed = 0;
  #end = () => {};
  #timer;

  open() {
    const transport = this.#socketsFailed < SOCKET_TRIES ? socket : stream;
    let opened = false;
    this.#end = transport(this.#last, {
      opened: () => {
        opened = true;
        this.#emit('state', 'live');
      },
      event: (event) => this.#take(event),
      closed: () => {
        if (transport === socket && !opened) this.#socketsFailed++;
        this.#again();
      },
    });
  }

  close() {
    clearTimeout(this.#timer);
    this.#again = () => {};
    this.#end();
  }

  #take(event) {
    this.#failures = 0;
    if (event.type === 'hello' || event.type === 'pong') return;
    if (event.type === 'reset') this.#last = event.seq;
    else if (event.seq != null && !this.#isNext(event)) return;
    this.#emit(event.type, event);
  }

  #isNext({ seq }) {
    if (this.#last === NOTHING_YET || seq <= this.#last) return false;
    if (seq > this.#last + 1) {
      this.#end();
      return false;
    }
    this.#last = seq;
    return true;
  }

  #again = () => {
    this.#emit('state', 'reconnecting');
    const wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  };

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
