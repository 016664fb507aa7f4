// Help for bot commands: typing "/" lists them, a press on one writes it into the message box.

import { arrange, byId, h } from './dom.js';

const COMMANDS = [
  ['/coverage', '[project]', 'which requirements have tests'],
  ['/testcases', '…', 'make test cases from requirements'],
  ['/rtm', '…', 'make a traceability matrix'],
  ['/tasks', '', 'list your tasks'],
  ['/task', 'ID', 'how a task stands'],
  ['/cancel', 'ID', 'stop a task'],
  ['/retry', 'ID', 'run a failed or cancelled task again'],
  ['/artifacts', '', 'list what was made'],
  ['/project', 'NAME', 'choose the project'],
  ['/help', '', 'explain the commands'],
];

export class CommandHelp {
  #box = byId('message');
  #list = byId('command-list');

  constructor() {
    this.#box.addEventListener('input', () => this.#offer());
    this.#box.addEventListener('keydown', (event) => this.#fromBox(event));
    this.#list.addEventListener('keydown', (event) => this.#inList(event));
  }

  #offer() {
    const typed = this.#box.value;
    const fitting = /^\/\w*$/.test(typed) ? COMMANDS.filter(([name]) => name.startsWith(typed)) : [];
    this.#list.hidden = fitting.length === 0;
    arrange(this.#list, fitting.map((command) => this.#row(command)));
  }

  #row([name, argument, meaning]) {
    return h('li', {}, h('button', { type: 'button', class: 'quiet', onclick: () => this.#choose(name, argument) },
      h('strong', {}, `${name} ${argument}`.trim()), ` ${meaning}`));
  }

  #choose(name, argument) {
    this.#box.value = argument ? `${name} ` : name;
    this.#list.hidden = true;
    this.#box.focus();
  }

  #fromBox(event) {
    if (this.#list.hidden) return;
    if (event.key === 'Escape') this.#list.hidden = true;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#step(event.key === 'ArrowDown' ? 0 : -1);
  }

  #inList(event) {
    const buttons = [...this.#list.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === 'Escape') this.#box.focus();
    else if (event.key === 'ArrowDown') this.#step((at + 1) % buttons.length);
    else if (event.key === 'ArrowUp') this.#step(at - 1);
    else return;
    event.preventDefault();
  }

  #step(to) {
    [...this.#list.querySelectorAll('button')].at(to).focus();
  }
}
