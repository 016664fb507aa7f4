// Files that go with the next message: chosen or dropped, uploaded at once.

import { arrange, byId, h } from './dom.js';
import { size } from './format.js';
import { upload } from './api.js';

export class Attachments {
  #project;
  #all = [];

  /** @param project answers the project that files go to */
  constructor(project) {
    this.#project = project;
    byId('files').addEventListener('change', ({ target }) => {
      this.#add(target.files);
      target.value = '';
    });
    this.#listenForDrops(byId('desk'));
  }

  /** Hands the files over; the list is empty afterwards. Each has a promise `uploaded` of its ID; what failed is tried again. */
  take() {
    const taken = this.#all;
    taken.filter(({ failure }) => failure).forEach((each) => this.#begin(each));
    this.#all = [];
    this.#draw();
    return taken;
  }

  /** Takes back what wasn't sent. */
  putBack(taken) {
    this.#all = [...taken, ...this.#all];
    this.#draw();
  }

  #listenForDrops(area) {
    area.addEventListener('dragover', (event) => {
      event.preventDefault();
      area.classList.add('dropping');
    });
    area.addEventListener('dragleave', ({ relatedTarget }) => {
      if (!area.contains(relatedTarget)) area.classList.remove('dropping');
    });
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      area.classList.remove('dropping');
      this.#add(event.dataTransfer.files);
    });
  }

  #add(files) {
    for (const file of files) {
      const attachment = { file, fileId: null };
      this.#begin(attachment);
      this.#all.push(attachment);
    }
    this.#draw();
  }

  #begin(attachment) {
    attachment.failure = null;
    attachment.uploaded = this.#upload(attachment);
    // told on its chip, and to whoever sends it
    attachment.uploaded.catch(() => {});
  }

  async #upload(attachment) {
    try {
      attachment.fileId = (await upload(this.#project(), attachment.file)).file_id;
      return attachment.fileId;
    } catch (problem) {
      attachment.failure = problem;
      throw problem;
    } finally {
      this.#draw();
    }
  }

  #draw() {
    arrange(byId('attachments'), this.#all.map((each) => this.#chip(each)));
  }

  #chip(attachment) {
    const { file, fileId, failure } = attachment;
    const state = failure ? failure.message : fileId ? size(file.size) : 'uploading…';
    return h('li', { class: failure ? 'chip failed' : 'chip' },
      h('span', { class: 'file-name' }, file.name), h('span', { class: 'hint' }, state),
      h('button', { type: 'button', class: 'icon quiet', 'aria-label': `Remove ${file.name}`, onclick: () => this.#drop(attachment) }, '✕'));
  }

  #drop(attachment) {
    this.#all = this.#all.filter((each) => each !== attachment);
    this.#draw();
    byId('message').focus();
  }
}
