// Something to begin with: one suggestion for each kind of task.

import { byId, h } from './dom.js';

const SUGGESTIONS = [
  ['Trace requirements', 'Build a traceability matrix from these requirements:\n\n'
    + 'REQ-001 The system shall lock an account after 5 failed sign-ins.\n'
    + 'REQ-002 The system shall answer a search within 2 seconds.'],
  ['Write test cases', 'Generate pytest test cases for these requirements:\n\n'
    + 'REQ-001 The system shall lock an account after 5 failed sign-ins.\n'
    + 'REQ-002 A password shall have 12 to 64 characters.'],
  ['Check coverage', 'Run a coverage analysis of my project.'],
  ['Read a file', 'Process the attached file and list the requirements in it.'],
];

/** Shows the suggestions; `choose` gets the text of the one that is pressed. */
export function showSuggestions(choose) {
  byId('welcome').replaceChildren(
    h('p', { class: 'lead' }, 'What shall be tested?'),
    h('p', { class: 'hint' }, 'Long work runs in the background. You can go on talking and are told when it is done.'),
    h('div', { class: 'suggestions' }, SUGGESTIONS.map(([title, text]) =>
      h('button', { class: 'suggestion', onclick: () => choose(text) },
        h('strong', {}, title), h('span', { class: 'hint' }, text.split('\n')[0])))));
}
